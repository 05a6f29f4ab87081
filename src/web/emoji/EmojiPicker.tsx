import { EmojiPicker as Frimousse } from "frimousse";
import type { EmojiPickerListComponents } from "frimousse";
import type { ComponentProps, KeyboardEvent } from "react";
import { useEffect, useRef, useState } from "react";
import { useCustomEmoji } from "../../react/index.ts";
import { Select } from "../ui/Select.tsx";
import type { Early } from "../ui/TypedAhead.tsx";
import { useEarlySubmit } from "../ui/useEarlySubmit.ts";
import { EmojiGlyph } from "./EmojiGlyph.tsx";
import { firstEmoji } from "./firstEmoji.ts";
import { pickerData } from "./pickerData.ts";
import { rememberEmoji, tones, useRecentEmoji, useTone } from "./recentEmoji.ts";
import control from "../ui/Control.module.css";
import styles from "./EmojiPicker.module.css";

interface EmojiPickerProps extends Partial<Early> {
  onChoose: (emoji: string) => void;
}

const columns = 8;

/** All emoji: the latest used first, a search, arrow keys and Enter. */
export function EmojiPicker({ typed = "", submitted = false, onChoose }: EmojiPickerProps) {
  const search = useRef<HTMLInputElement>(null);
  /** Since something was typed: then it is the list that knows what Enter takes. */
  const moved = useRef(false);
  const recent = useRecentEmoji();
  const own = useCustomEmoji();
  const [tone, setTone] = useTone();
  // Of the moment it opened: nothing moves under the pointer.
  const [data] = useState(() => pickerData(recent, [...own.values()]));
  useEffect(() => search.current?.focus({ preventScroll: true }), []);
  useEarlySubmit(submitted, () => void takeFirst(typed));

  function choose(emoji: string) {
    rememberEmoji(emoji);
    onChoose(emoji);
  }

  async function takeFirst(text: string): Promise<void> {
    // Without data there is no list either.
    const known = await data.catch(() => null);
    const emoji = known && firstEmoji(known, text, tone);
    if (emoji && search.current?.value === text) choose(emoji);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key.startsWith("Arrow")) moved.current = true;
    if (event.key !== "Enter" || moved.current || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void takeFirst(event.currentTarget.value);
  }

  return (
    <Frimousse.Root
      locale="en"
      columns={columns}
      skinTone={tone}
      resolveEmojiData={() => data}
      className={styles.picker}
      onEmojiSelect={({ emoji }) => choose(emoji)}
    >
      <div className={styles.head}>
        <Frimousse.Search
          ref={search}
          defaultValue={typed}
          aria-label="Search emoji"
          placeholder="Search emoji"
          className={control.control}
          onChange={() => {
            moved.current = false;
          }}
          onKeyDown={onKeyDown}
        />
        <Frimousse.SkinTone emoji="✋">
          {({ skinToneVariations }) => (
            <Select
              label="Skin tone"
              labelHidden
              className={styles.tone}
              value={tone}
              onChange={(event) =>
                setTone(tones.find((one) => one === event.target.value) ?? "none")
              }
            >
              {skinToneVariations.map(({ skinTone, emoji }) => (
                <option key={skinTone} value={skinTone}>
                  {emoji}
                </option>
              ))}
            </Select>
          )}
        </Frimousse.SkinTone>
      </div>
      <Frimousse.Viewport
        className={styles.viewport}
        onPointerMove={() => {
          moved.current = true;
        }}
      >
        <Frimousse.Loading className={styles.note}>Loading emoji…</Frimousse.Loading>
        <Frimousse.Empty className={styles.note}>No emoji is called that.</Frimousse.Empty>
        <Frimousse.List
          aria-label="Emoji"
          className={styles.list}
          components={{ CategoryHeader, Row, Emoji }}
        />
      </Frimousse.Viewport>
      <div className={styles.foot} aria-hidden>
        <Frimousse.ActiveEmoji>
          {({ emoji }) =>
            emoji ? (
              <>
                <span className={styles.shown}>
                  <EmojiGlyph emoji={emoji.emoji} />
                </span>
                {emoji.label}
              </>
            ) : (
              "Choose an emoji"
            )
          }
        </Frimousse.ActiveEmoji>
      </div>
    </Frimousse.Root>
  );
}

type Parts = EmojiPickerListComponents;

function CategoryHeader({ category, ...header }: ComponentProps<Parts["CategoryHeader"]>) {
  return (
    <div {...header} className={styles.category}>
      {category.label}
    </div>
  );
}

// ARIA counts rows and columns from 1, and frimousse from 0.

function Row({ "aria-rowindex": index = 0, ...row }: ComponentProps<Parts["Row"]>) {
  return <div {...row} aria-rowindex={index + 1} className={styles.row} />;
}

function Emoji(props: ComponentProps<Parts["Emoji"]>) {
  const { emoji, "aria-colindex": index = 0, ...button } = props;
  return (
    <button
      type="button"
      {...button}
      role="gridcell"
      aria-colindex={index + 1}
      className={styles.emoji}
    >
      <EmojiGlyph emoji={emoji.emoji} />
    </button>
  );
}
