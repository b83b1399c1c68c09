import { useRef } from "react";

interface TabsProps<Tab extends string> {
  tabs: readonly Tab[];
  chosen: Tab;
  labelOf: (tab: Tab) => string;
  onChoose: (tab: Tab) => void;
}

/** Tabs as ARIA's pattern has them: one stop in the tab order, arrows go between them. */
export function PanelTabs<Tab extends string>({ tabs, chosen, labelOf, onChoose }: TabsProps<Tab>) {
  const list = useRef<HTMLDivElement>(null);
  function go(step: number) {
    const next = tabs[(tabs.indexOf(chosen) + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }
  return (
    <div role="tablist" className="tabs" ref={list}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          aria-selected={tab === chosen}
          aria-controls={tab === chosen ? `panel-${tab}` : undefined}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => onChoose(tab)}
          onKeyDown={({ key }) => {
            if (key === "ArrowRight") go(1);
            if (key === "ArrowLeft") go(-1);
          }}
        >
          {labelOf(tab)}
        </button>
      ))}
    </div>
  );
}
