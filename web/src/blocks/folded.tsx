import { type ComponentChildren, createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';

/** Whether what is folded away is made at once; else when somebody unfolds it. The first view does without until it answers. */
export const MakesFolded = createContext(true);

/** Something under a line that unfolds it. */
export function Folded(props: {
  readonly summary: ComponentChildren;
  readonly style?: string;
  readonly make: () => ComponentChildren;
}) {
  const isMade = useContext(MakesFolded);
  const [isWanted, setIsWanted] = useState(false);
  return (
    <details class={props.style ?? ''} onToggle={(event) => event.currentTarget.open && setIsWanted(true)}>
      <summary>{props.summary}</summary>
      {(isMade || isWanted) && props.make()}
    </details>
  );
}
