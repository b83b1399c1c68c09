import Toggle from "@atlaskit/toggle";

interface SwitchProps {
  id: string;
  label: string;
  /** A second, quieter line. */
  hint?: string | undefined;
  on: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

/** One thing that is on or off, with its label before the switch. */
export const SwitchRow = ({ id, label, hint, on, disabled = false, onChange }: SwitchProps) => (
  <div className="switch-row">
    <label htmlFor={id} className="switch-label">
      {label}
      {hint !== undefined && <span className="hint">{hint}</span>}
    </label>
    <Toggle id={id} isChecked={on} isDisabled={disabled} onChange={() => onChange(!on)} />
  </div>
);
