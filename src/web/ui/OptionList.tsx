import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { classNames } from "./classNames.ts";
import { optionId } from "./optionId.ts";
import styles from "./OptionList.module.css";

interface OptionListProps<Option> {
  /** Of the list; the field that it belongs to names the active option by `optionId`. */
  id: string;
  label: string;
  options: readonly Option[];
  keyOf: (option: Option) => string;
  /** The index of the option that Enter takes. */
  active: number;
  /** Absent: the pointer does not move the choice. */
  onHover?: (index: number) => void;
  onChoose: (option: Option) => void;
  children: (option: Option) => OptionParts;
  className?: string;
}

interface OptionParts {
  icon: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
}

/** What a field offers. The focus stays in the field, which moves the choice by the arrow keys. */
export function OptionList<Option>(props: OptionListProps<Option>) {
  const { id, label, options, keyOf, active, onHover, onChoose, children, className } = props;
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      className={classNames(styles.list, className)}
      // Before the field loses the focus.
      onPointerDown={(event) => event.preventDefault()}
    >
      {options.map((option, index) => {
        const { icon, title, detail } = children(option);
        return (
          <div
            key={keyOf(option)}
            id={optionId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles.option}
            onPointerMove={() => onHover?.(index)}
            onClick={() => onChoose(option)}
            onKeyDown={undefined}
          >
            <span className={styles.icon} aria-hidden>
              {icon}
            </span>
            <span className={styles.title}>{title}</span>
            {detail !== undefined && <span className={styles.detail}>{detail}</span>}
          </div>
        );
      })}
    </div>
  );
}
