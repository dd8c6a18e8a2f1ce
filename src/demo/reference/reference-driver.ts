/** Why a post of the reference corpus takes its side; also which sentences it is written from. */
export type ReferenceDriver =
  | 'payments'
  | 'producers'
  | 'military'
  | 'investment'
  | 'quality'
  | 'territory'
  | 'general'
  | 'durability'
  | 'cold'
  | 'service'
  | 'price'
  | 'drones'
  | 'economy'
  | 'army';
