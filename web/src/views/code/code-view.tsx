import { CODE_MESSAGES } from '../../messages/code/code-messages.ts';
import type { ViewProps } from '../registry.ts';
import { DeskView } from './desk-view.tsx';
import { LeadCoding } from './lead-coding.tsx';
import { SettleView } from './settle-view.tsx';
import './code.css';

/** The view Code: one's own mentions, the differences of a wave, or the state of all; the address says which. */
export function CodeView(props: ViewProps) {
  const code = CODE_MESSAGES[props.language];
  const { role } = props.session.user;
  const place = new URLSearchParams(props.search);
  const wave = place.get('wave');
  if (role === 'coder' || (role === 'analyst' && place.has('desk')))
    return <DeskView {...props} code={code} wave={wave} />;
  if (role === 'analyst' && place.has('settle') && wave !== null)
    return <SettleView {...props} code={code} wave={wave} />;
  return <LeadCoding {...props} code={code} />;
}
