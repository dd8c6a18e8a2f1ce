import type { FileMetaData, SchemaTree } from 'hyparquet';
import { parquetSchema } from 'hyparquet';

/** A row group may claim at most this many values in a column. */
const MOST_VALUES = 2 ** 27;

/**
 * What is wrong with the footer of a Parquet file; null = nothing. A damaged footer may name a column twice or one
 * that does not exist, which the reader would take for a column of its own and fail in after it has been left.
 */
export function metadataProblem(metadata: FileMetaData): string | null {
  const tree = parquetSchema(metadata);
  if (!namesAreUnique(tree)) return 'two columns have the same name';
  let nRows = 0;
  for (const group of metadata.row_groups) {
    nRows += Number(group.num_rows);
    const paths = new Set<string>();
    for (const { meta_data: column } of group.columns) {
      if (column === undefined) return 'a column has no description';
      const path = column.path_in_schema;
      if (!isLeaf(tree, path)) return 'a column is not in the schema';
      if (paths.has(path.join('\0'))) return 'a row group holds a column twice';
      paths.add(path.join('\0'));
      if (!(Number(column.num_values) <= MOST_VALUES)) return 'a column has too many values to be read';
    }
  }
  return nRows === Number(metadata.num_rows) && nRows >= 0 ? null : 'its counts of rows do not agree';
}

function namesAreUnique(tree: SchemaTree): boolean {
  const names = new Set(tree.children.map((child) => child.element.name));
  return names.size === tree.children.length && tree.children.every(namesAreUnique);
}

function isLeaf(tree: SchemaTree, path: readonly string[]): boolean {
  let node: SchemaTree | undefined = tree;
  for (const name of path) node = node?.children.find((child) => child.element.name === name);
  return node !== undefined && node !== tree && node.children.length === 0;
}
