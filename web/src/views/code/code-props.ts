import type { createLocaleFormat } from '../../../../src/report/locale-format.ts';
import type { LedCodings } from '../../../../src/server/coding/contract.ts';
import type { CodeMessages } from '../../messages/code/code-messages.ts';
import type { ViewProps } from '../registry.ts';

/** What every part of the view is given. */
export interface CodeProps extends ViewProps {
  readonly code: CodeMessages;
}

/** What every panel of those who lead is given. */
export interface PanelProps extends CodeProps {
  readonly led: LedCodings;
  readonly format: ReturnType<typeof createLocaleFormat>;
  readonly reload: () => void;
}
