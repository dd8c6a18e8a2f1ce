import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { StudyError } from '../errors/errors.ts';
import type { CheckArticleOptions } from './check-article-command.ts';
import type { ImportCommandOptions } from './codings-command.ts';
import type { CompareCommandOptions } from './compare-command.ts';
import type { DemoCommandOptions } from './demo-command.ts';
import { describeError, printProblems } from './describe-error.ts';
import type { EvaluateCommandOptions } from './evaluate-command.ts';
import { addEvidenceCommands } from './evidence-commands.ts';
import { numberBetween, positive, whole } from './option-values.ts';
import type { PowerCommandOptions } from './power-command.ts';
import type { ForgetCommandOptions } from './privacy-commands.ts';
import { programVersion } from './program-version.ts';
import type { ReportCommandOptions } from './report-command.ts';
import type { RunCommandOptions } from './run-command.ts';
import type { SampleCommandOptions } from './sample-command.ts';
import type { ServeCommandOptions } from './serve-command.ts';
import { exitCode, processTerminal, type Terminal } from './terminal.ts';
import type { TrainCommandOptions } from './train-command.ts';

/** Runs the command line and returns the exit code: 0 done, 1 not verified, 2 yours to fix, 3 outside, 70 ours. */
export async function main(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  let code = 0;
  const program = commands(terminal, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const problems = describeError(error);
    if (argv.includes('--json')) terminal.out(`${JSON.stringify({ kind: 'error', problems })}\n`);
    else printProblems(problems, terminal);
    const result = exitCode(error);
    if (result === 70 && error instanceof Error && !argv.includes('--json'))
      terminal.error(`${error.stack}\n`);
    return result;
  }
}

function programOf(terminal: Terminal): Command {
  return (
    new Command('groundswell')
      .description('Measured, sourced and checkable findings about what people say about a target.')
      .version(programVersion())
      .exitOverride()
      // Without the "[options]" that nearly all of them have, descriptions fit beside the names in 80 columns.
      .configureHelp({
        subcommandTerm: (command) =>
          `${command.name()} ${command.usage().replace(/\[options\] ?/, '')}`.trim(),
      })
      .configureOutput({
        writeOut: terminal.out,
        writeErr: terminal.error,
        getOutHelpWidth: () => terminal.columns,
        getErrHelpWidth: () => terminal.columns,
      })
  );
}

function commands(terminal: Terminal, setCode: (code: number) => void): Command {
  const program = programOf(terminal);
  program
    .command('init <folder>')
    .description('write a commented study.yaml to start from')
    .action((folder: string) => initCommand(folder, terminal));
  program
    .command('check <study>')
    .description('report every problem of a study file, with line and remedy')
    .option('--json', 'machine-readable result')
    .action((study: string, options: { json?: boolean }) =>
      import('./check-command.ts').then((c) => c.checkCommand(study, options, terminal)),
    );
  program
    .command('run <study>')
    .description('read the sources, measure, and write the finding and the report')
    .option('--out <folder>', 'folder for the store and the results [out/<study id>]')
    .option('--threads <n>', 'processes that read and annotate side by side [as many as cores]', positive)
    .option('--json', 'events and result as one JSON object a line')
    .action((study: string, options: { out?: string; threads?: number; json?: boolean }) =>
      import('./run-command.ts').then((c) => c.runCommand(study, options, terminal)),
    );
  addReportCommands(program, terminal);
  addNumberCommands(program, terminal, setCode);
  program
    .command('multiverse <study>')
    .description('the headline under every defensible choice, from what is stored')
    .option('--out <folder>', 'folder for the store and the results [out/<study id>]')
    .option('--threads <n>', 'processes that read what is new side by side [as many as cores]', positive)
    .option('--json', 'events and result as one JSON object a line')
    .action((study: string, options: { out?: string; threads?: number; json?: boolean }) =>
      import('./multiverse-command.ts').then((c) => c.multiverseCommand(study, options, terminal)),
    );
  addServeCommand(program, terminal);
  addEvidenceCommands(program, terminal, setCode);
  addArticleCommand(program, terminal);
  program
    .command('doctor')
    .description('what is installed, what is missing, and the line that adds it')
    .option('--json', 'machine-readable result')
    .action(async (options: { json?: boolean }) => {
      const { doctorCommand } = await import('./doctor-command.ts');
      setCode(await doctorCommand(options, terminal));
    });
  addPrivacyCommands(program, terminal);
  addCodingCommands(program, terminal);
  addPowerCommand(program, terminal);
  addLabCommands(program, terminal);
  addModelCommands(program, terminal);
  return program;
}

function addServeCommand(program: Command, terminal: Terminal): void {
  program
    .command('serve [study]')
    .description(
      'open a study in a browser on this machine: its finding, runs, queries; a folder without study.yaml begins one',
    )
    .option('--out <folder>', 'folder of the run [out/<study id>]')
    .option('--port <n>', 'port on this machine [any that is free]', whole, 0)
    .option('--invite <name:role>', 'a link of its own for a coder, reader or analyst; repeatable', addTo)
    .option('--json', 'the link as JSON')
    .action((study: string | undefined, options: ServeCommandOptions) =>
      import('./serve-command.ts').then((c) => c.serveCommand(study, options, terminal)),
    );
}

function addReportCommands(program: Command, terminal: Terminal): void {
  program
    .command('report <study>')
    .description('print the finding of the last run in another format')
    .option('--format <format>', 'html, pdf, md, docx, csv or json', 'md')
    .option(
      '--file <file>',
      'file to write [standard output; pdf and docx: report.FORMAT in the folder of the run]',
    )
    .option('--out <folder>', 'folder of the run [out/<study id>]')
    .option('--json', 'the same as --format json')
    .action((study: string, options: ReportCommandOptions) =>
      import('./report-command.ts').then((c) => c.reportCommand(study, options, terminal)),
    );
}

function addNumberCommands(program: Command, terminal: Terminal, setCode: (code: number) => void): void {
  program
    .command('mentions <study> <number>')
    .description('list the mentions behind a number of the last run, with their record hashes, as CSV')
    .option('--out <folder>', 'folder of the run [out/<study id>]')
    .option('--json', 'machine-readable result')
    .action((study: string, number: string, options: { out?: string; json?: boolean }) =>
      import('./mentions-command.ts').then((c) => c.mentionsCommand({ study, number }, options, terminal)),
    );
  program
    .command('diff <runA> <runB>')
    .description('what differs between two runs (folders), because of what, and which numbers moved')
    .option('--json', 'machine-readable result')
    .action(async (runA: string, runB: string, options: { json?: boolean }) => {
      const { diffCommand } = await import('./diff-command.ts');
      setCode(await diffCommand([runA, runB], options, terminal));
    });
}

function addArticleCommand(program: Command, terminal: Terminal): void {
  program
    .command('check-article <article> <study>')
    .description(
      'say of every sentence of an article whether it is measured, quoted, a fact of others or none',
    )
    .option('--out <folder>', 'folder of the ledger and the results [beside the article]')
    .option('--run <folder>', 'folder of the run [out/<study id>]')
    .option('--record <file>', 'recorded facts and quotes to compare with [as the ledger says]')
    .option('--json', 'machine-readable result')
    .action((article: string, study: string, options: CheckArticleOptions) =>
      import('./check-article-command.ts').then((c) =>
        c.checkArticleCommand({ article, study }, options, terminal),
      ),
    );
}

function addPrivacyCommands(program: Command, terminal: Terminal): void {
  const common = (name: string, description: string): Command =>
    program
      .command(`${name} <study>`)
      .description(description)
      .option('--out <folder>', 'folder of the run [out/<study id>]')
      .option('--threads <n>', 'processes that read side by side [as many as cores]', positive)
      .option('--json', 'events and result as one JSON object a line');
  common('forget', 'take authors or documents out of the store for good, and run the study without them')
    .option('--author <key>', 'pseudonym of an author, sixteen hexadecimal digits; repeatable', addTo)
    .option('--handle <source:handle>', 'an author by handle, as the source has it; repeatable', addTo)
    .option('--document <id>', 'id of a document, sixteen hexadecimal digits; repeatable', addTo)
    .action((study: string, options: ForgetCommandOptions) =>
      import('./privacy-commands.ts').then((c) => c.forgetCommand(study, options, terminal)),
    );
  common('rotate-key', 'another key for the pseudonyms of authors, and the study run again under it').action(
    (study: string, options: RunCommandOptions) =>
      import('./privacy-commands.ts').then((c) => c.rotateKeyCommand(study, options, terminal)),
  );
}

function addCodingCommands(program: Command, terminal: Terminal): void {
  program
    .command('sample <study>')
    .description('draw mentions of the last run for coding by people, each with a known probability')
    .requiredOption('--n <n>', 'mentions to draw', positive)
    .option('--seed <n>', 'seed of the draw [of the study]', whole)
    .option('--out <file>', 'CSV to be coded [sheets/WAVE.csv in the folder of the run]')
    .option('--run <folder>', 'folder of the run [out/<study id>]')
    .option('--wave <name>', 'name of the wave [wave-1, wave-2, …]')
    .option('--target <id>', 'draw from this target; repeatable [all but placebos]', addTo)
    .option('--event <id>', 'draw from the days compared on both sides of this event [whole period]')
    .option('--coders <n>', 'people who code, each with a sheet', positive, 1)
    .option('--overlap <n>', 'mentions on every sheet [100, with several coders]', whole)
    .option('--adaptive', 'look more where the codings at hand say that the model errs')
    .option('--semicolon', 'separate cells by semicolons, as spreadsheets in many languages expect')
    .option('--date <day>', 'day of the draw, for the record [today]')
    .option('--json', 'machine-readable result')
    .action((study: string, options: SampleCommandOptions) =>
      import('./sample-command.ts').then((c) => c.sampleCommand(study, options, terminal)),
    );
  const codings = program
    .command('codings')
    .description('take codings by people in, and say where they stand');
  codings
    .command('import <study> <file>')
    .description('take in a coded sheet: checked against what was drawn, kept without its texts')
    .option('--coder <name>', 'who coded it [the name of the file]')
    .option('--wave <name>', 'the wave it belongs to [told by the ids]')
    .option('--replace', 'let labels that differ from those imported before take their place')
    .option('--json', 'machine-readable result')
    .action((study: string, file: string, options: ImportCommandOptions) =>
      import('./codings-command.ts').then((c) => c.importCommand({ study, file }, options, terminal)),
    );
  codings
    .command('show <study>')
    .description('what was drawn, what is coded, what is left, and how far coders agree')
    .option('--json', 'machine-readable result')
    .action((study: string, options: { json?: boolean }) =>
      import('./codings-command.ts').then((c) => c.showCodingsCommand(study, options, terminal)),
    );
}

function addPowerCommand(program: Command, terminal: Terminal): void {
  program
    .command('power [study]')
    .description('the smallest change that so many mentions, periods and codings would show')
    .option('--mentions <n>', 'mentions of one target in one class and period [from the last run]', positive)
    .option('--periods, --weeks <n>', 'periods of the series [from the study]', positive)
    .option('--ar <r>', 'autocorrelation from period to period [0.3]', numberBetween(-0.9, 0.95))
    .option('--noise <points>', 'what moves beside sampling, standard deviation [2]', numberBetween(0, 100))
    .option('--codings <n>', 'mentions coded by people [none: uncorrected]', positive)
    .option(
      '--explained <share>',
      'share of the coded variance that the model explains',
      numberBetween(0, 0.99),
      0.3,
    )
    .option(
      '--design-effect <n>',
      'mentions that say as much as one independent mention',
      numberBetween(1, 1000),
      1.5,
    )
    .option('--looks <n>', 'tests planned [events × targets × classes]', positive)
    .option(
      '--power <share>',
      'probability with which the change is to be seen',
      numberBetween(0.05, 0.999),
      0.8,
    )
    .option('--out <folder>', 'folder of the run [out/<study id>]')
    .option('--json', 'machine-readable result')
    .action((study: string | undefined, { weeks, ...options }: PowerCommandOptions & { weeks?: number }) =>
      import('./power-command.ts').then((c) =>
        c.powerCommand(study, weeks === undefined ? options : { ...options, periods: weeks }, terminal),
      ),
    );
}

function addLabCommands(program: Command, terminal: Terminal): void {
  program
    .command('demo')
    .description('make a synthetic corpus with planted truth and run the whole pipeline over it')
    .option('--documents <n>', 'posts to make', positive, 40_000)
    .option('--seed <n>', 'seed of the corpus', positive, 1)
    .addOption(
      new Option('--corpus <corpus>', 'which; the study of `reference` is studies/russia-on-china')
        .choices(['demo', 'reference'])
        .default('demo'),
    )
    .option('--out <folder>', 'folder for corpus and results [out/demo, studies/russia-on-china]')
    .option('--threads <n>', 'processes that read and annotate side by side [as many as cores]', positive)
    .option('--generate-only', 'write the posts and stop')
    .option('--add', 'keep the posts that are there')
    .option('--json', 'events and result as one JSON object a line')
    .action((options: DemoCommandOptions) =>
      import('./demo-command.ts').then((c) => c.demoCommand(options, terminal)),
    );
  program
    .command('data')
    .description('unpack the real data of the example studies, or say where each set is published')
    .option('--from <folder>', 'folder of archives [../shared/data]')
    .option('--to <folder>', 'folder to unpack into', 'data')
    .action((options: { from?: string; to: string }) =>
      import('./data-command.ts').then((c) => c.dataCommand(options, terminal)),
    );
}

const GOLD_FIELDS = 'CSV or NDJSON: id, group, language, domain, text, target, start, end, label, targetKind';

const PASSAGE_FIELDS = 'of themes: id, group, language, text, themes';

function layerOption(): Option {
  return new Option('--layer <layer>', 'what it says').choices(['stance', 'themes']).default('stance');
}

function addModelCommands(program: Command, terminal: Terminal): void {
  program
    .command('train')
    .description('train a model of stance or of themes on gold data (CSV or NDJSON)')
    .addOption(layerOption())
    .requiredOption('--data <file>', `gold data, ${GOLD_FIELDS}; ${PASSAGE_FIELDS}`)
    .requiredOption('--out <folder>', 'folder for the model')
    .option('--seed <n>', 'seed', positive, 1)
    .option('--json', 'machine-readable result')
    .action((options: TrainCommandOptions) =>
      import('./train-command.ts').then((c) => c.trainCommand(options, terminal)),
    );
  program
    .command('evaluate')
    .description('score a model on gold data; one of stance also by language, domain and target kind')
    .addOption(layerOption())
    .requiredOption('--model <model>', 'name of a shipped model, a folder, or a study file: its annotator')
    .requiredOption('--data <file>', `gold data, ${GOLD_FIELDS}; ${PASSAGE_FIELDS}`)
    .option('--plot <file>', 'draw calibration and F1 by domain as SVG')
    .option('--json', 'machine-readable result')
    .action((options: EvaluateCommandOptions) =>
      import('./evaluate-command.ts').then((c) => c.evaluateCommand(options, terminal)),
    );
  program
    .command('compare')
    .description('have several stance models annotate the same rows and say how they agree')
    .requiredOption('--data <file>', `${GOLD_FIELDS}; where labels are given, they are compared as well`)
    .requiredOption(
      '--model <model>',
      'name of a shipped model, a folder, or a study file; repeatable',
      addTo,
    )
    .option('--rows <n>', 'list so many of the rows that differ most', positive, 10)
    .option('--texts', 'show the texts of those rows')
    .option('--json', 'machine-readable result')
    .action((options: CompareCommandOptions) =>
      import('./compare-command.ts').then((c) => c.compareCommand(options, terminal)),
    );
}

function addTo(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** Commands are loaded when they are called: `--help` and mistakes answer at once. */
async function initCommand(folder: string, terminal: Terminal): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'study.yaml');
  const { studyTemplate } = await import('../study/template.ts');
  await writeFile(path, studyTemplate(folder), { flag: 'wx' }).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    throw new StudyError(
      'cli/usage',
      { problem: `${path} is there already; nothing was changed` },
      { cause },
    );
  });
  terminal.out(`wrote ${path}\nnext: edit it, then \`groundswell check ${path}\`\n`);
}
