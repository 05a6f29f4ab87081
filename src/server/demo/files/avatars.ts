import type { Drawing } from "./drawings.ts";
import { drawing } from "./drawings.ts";

/** What people of the demo show themselves by, by username: things, since nobody is to look like anyone. */
export const avatarDrawings: Record<string, Drawing> = {
  /** A seedling in a pot. */
  mira: square(
    `<rect width="256" height="256" fill="#f2d9b8"/>
    <circle cx="196" cy="62" r="34" fill="#fbf1dc"/>
    <path d="M0 206h256v50H0z" fill="#d9b48a"/>
    <path d="M84 148h88l-12 78H96z" fill="#b8603a"/>
    <rect x="76" y="136" width="104" height="24" rx="6" fill="#cf7346"/>
    <path d="M128 138V76" stroke="#4f7f45" stroke-width="9" stroke-linecap="round"/>
    <path d="M128 92q-54 4-62-48 56-4 62 48z" fill="#6b9f55"/>
    <path d="M128 82q4-54 60-54 2 52-60 54z" fill="#83b765"/>`,
  ),
  /** A lake in the evening. */
  jonas: square(
    `<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#39507a"/><stop offset="1" stop-color="#f0a37c"/></linearGradient></defs>
    <rect width="256" height="256" fill="url(#sky)"/>
    <circle cx="170" cy="108" r="26" fill="#ffe6c2"/>
    <path d="M-10 168l70-92 40 48 30-36 56 70 30-26 50 40v20H-10z" fill="#2f4266"/>
    <path d="M60 76l22 28-14-2-10 12-14-16z" fill="#e8edf5"/>
    <path d="M0 168h256v88H0z" fill="#24334f"/>
    <path d="M146 182h48M152 196h36M158 210h24M140 226h58" stroke="#f4c39c" stroke-width="5" stroke-linecap="round" opacity=".8"/>`,
  ),
  /** A cat that has been asked something. */
  yuki: square(
    `<rect width="256" height="256" fill="#c9d6d3"/>
    <path d="M40 256q0-84 88-84t88 84z" fill="#38332f"/>
    <path d="M60 48l18 66 62-34zM196 48l-18 66-62-34z" fill="#38332f"/>
    <path d="M74 70l10 36 30-20zM182 70l-10 36-30-20z" fill="#d99a90"/>
    <ellipse cx="128" cy="132" rx="74" ry="64" fill="#443e39"/>
    <ellipse cx="100" cy="124" rx="17" ry="19" fill="#e6c65c"/><ellipse cx="156" cy="124" rx="17" ry="19" fill="#e6c65c"/>
    <ellipse cx="102" cy="124" rx="6" ry="15" fill="#1d1a17"/><ellipse cx="154" cy="124" rx="6" ry="15" fill="#1d1a17"/>
    <path d="M118 152h20l-10 10z" fill="#d99a90"/>
    <path d="M128 162q-10 16-24 8M128 162q10 16 24 8" fill="none" stroke="#1d1a17" stroke-width="4" stroke-linecap="round"/>
    <path d="M82 156l-48-8M82 166l-46 8M174 156l48-8M174 166l46 8" stroke="#8d857c" stroke-width="3" stroke-linecap="round"/>`,
  ),
  /** The tomato that a review costs. */
  samir: square(
    `<rect width="256" height="256" fill="#f6e7c6"/>
    <ellipse cx="128" cy="226" rx="84" ry="12" fill="#dcc79c"/>
    <path d="M128 84q86-30 92 48 0 92-92 92t-92-92q6-78 92-48z" fill="#cf3f2b"/>
    <path d="M60 118q10-26 36-24" fill="none" stroke="#f08a70" stroke-width="12" stroke-linecap="round"/>
    <path d="M128 92l-48-26 42 8 2-42 12 40 42-10-36 28 22 26-34-16-30 24z" fill="#5a8a44"/>`,
  ),
};

function square(content: string): Drawing {
  return drawing(256, 256, content);
}
