/** What a person may do in the workbench: everything; look without changing anything; code what was given to them. */
export const ROLES = ['analyst', 'reader', 'coder'] as const;

/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** Who asks. */
export interface User {
  readonly name: string;
  readonly role: Role;
}

/** The name of whoever has the opening link of `groundswell serve`. */
export const OWNER = 'analyst';
