import type { Database } from '../database.ts';

/** How many mentions of a class in one language are worded unlike the texts that the annotator learned from. */
export interface UnlikeTrainingRow {
  readonly class: string;
  readonly language: string;
  /** Mentions of which the annotator can tell. */
  readonly nTold: number;
  readonly nUnlike: number;
}

/** Mentions that count, by class and language, where the annotator tells; after `createObservations`. */
export async function unlikeTraining(database: Database): Promise<UnlikeTrainingRow[]> {
  return database.rows<UnlikeTrainingRow>(
    'unlike-training',
    `select class, split_part(language, '-', 1) as language, count(out_of_domain)::double as "nTold",
            count_if(out_of_domain)::double as "nUnlike"
     from observation
     where out_of_domain is not null
     group by all order by all`,
  );
}
