/** Pictures that people of the demo post, as SVG: no one's photos, and small enough to be read here. */

export interface Drawing {
  width: number;
  height: number;
  svg: string;
}

export function drawing(width: number, height: number, content: string): Drawing {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
  return { width, height, svg };
}

/** Early morning on a canal, with a heron. */
export function canal(): Drawing {
  const reeds = Array.from({ length: 34 }, (_, index) => {
    const x = 40 + index * 13 + ((index * 37) % 11);
    const top = 640 + ((index * 53) % 130);
    return `<path d="M${x} 1000Q${x - 6} ${top + 120} ${x + ((index * 29) % 30) - 15} ${top}" stroke="#2f3d37" stroke-width="5" fill="none"/>`;
  });
  const ripples = Array.from({ length: 26 }, (_, index) => {
    const y = 640 + index * 14;
    const x = 760 - index * 9 + ((index * 71) % 60);
    return `<rect x="${x}" y="${y}" width="${120 + ((index * 43) % 170)}" height="3" rx="2" fill="#fff1d6" opacity="${(0.75 - index * 0.022).toFixed(2)}"/>`;
  });
  return drawing(
    1500,
    1000,
    `<defs>
      <linearGradient id="sky" x2="0" y2="1"><stop stop-color="#7d93a8"/><stop offset=".55" stop-color="#e9b58a"/><stop offset="1" stop-color="#fbe3b9"/></linearGradient>
      <linearGradient id="water" x2="0" y2="1"><stop stop-color="#e0b489"/><stop offset="1" stop-color="#4a5f6b"/></linearGradient>
    </defs>
    <rect width="1500" height="620" fill="url(#sky)"/>
    <circle cx="850" cy="520" r="74" fill="#fff4dc"/>
    <path d="M0 560q120-70 260-40t270-30 240 30 300-60 430 70v90H0z" fill="#6f7f78"/>
    <path d="M0 600q200-60 420-20t460-20 620 30v40H0z" fill="#4b5c54"/>
    <rect y="620" width="1500" height="380" fill="url(#water)"/>
    ${ripples.join("")}${reeds.join("")}
    <g fill="none" stroke="#27323a" stroke-linecap="round">
      <path d="M1120 880v-130M1150 880v-125" stroke-width="7"/>
      <path d="M1090 690q70-46 120 20t-60 60q-70 0-60-80z" fill="#596b78" stroke="none"/>
      <path d="M1110 700q-50-60-6-120t-10-86" stroke="#596b78" stroke-width="20"/>
      <path d="M1092 492l-78 22" stroke="#d99a4a" stroke-width="9"/>
      <path d="M1100 484q40 6 66 34" stroke="#27323a" stroke-width="7"/>
    </g>`,
  );
}

/** A screen of the made-up app: four beds, paler the drier they are. */
export function bedView(theme: "light" | "dark" | "sun"): Drawing {
  const { back, card, ink, faint, soil } = colours[theme];
  const beds: [name: string, damp: number][] = [
    ["#5c8a4a", 0.9],
    ["#c9733f", 0.62],
    ["#b04a5a", 0.36],
    ["#d3a63c", 0.14],
  ];
  const rows = beds.map(([plant, damp], index) => {
    const y = 200 + index * 178;
    const leaves = Array.from(
      { length: 7 },
      (_, leaf) =>
        `<circle cx="${112 + leaf * 62}" cy="${y + 56 + ((leaf * 5 + index) % 3) * 7}" r="${15 + ((leaf + index) % 3) * 3}" fill="${plant}"/>`,
    );
    return `<rect x="40" y="${y}" width="560" height="154" rx="26" fill="${card}"/>
      <rect x="72" y="${y + 28}" width="436" height="66" rx="33" fill="${soil}" opacity="${damp}"/>
      <rect x="72" y="${y + 28}" width="436" height="66" rx="33" fill="none" stroke="${soil}" stroke-width="3"/>
      ${leaves.join("")}
      <rect x="72" y="${y + 112}" width="${170 + index * 34}" height="16" rx="8" fill="${ink}"/>
      <rect x="${262 + index * 34}" y="${y + 112}" width="90" height="16" rx="8" fill="${faint}"/>
      <circle cx="552" cy="${y + 76}" r="24" fill="${damp < 0.4 ? "#d9772b" : faint}"/>`;
  });
  return drawing(
    640,
    1080,
    `<rect width="640" height="1080" fill="${back}"/>
    <rect x="40" y="72" width="250" height="34" rx="17" fill="${ink}"/>
    <rect x="40" y="128" width="360" height="18" rx="9" fill="${faint}"/>
    <circle cx="566" cy="96" r="34" fill="#d9772b"/>
    ${rows.join("")}
    <rect x="40" y="948" width="560" height="88" rx="44" fill="#d9772b"/>
    <rect x="220" y="980" width="200" height="24" rx="12" fill="#fff6ec"/>`,
  );
}

const colours = {
  light: { back: "#faf7f2", card: "#ffffff", ink: "#3b342d", faint: "#d8d0c5", soil: "#6a4a33" },
  dark: { back: "#201c19", card: "#2c2723", ink: "#efe7dc", faint: "#574f47", soil: "#b98c68" },
  sun: { back: "#ffffff", card: "#fff3c9", ink: "#000000", faint: "#8a7f60", soil: "#2b1607" },
} as const;

/** How long requests took while the load grew, of whom 95 in a hundred were faster. */
export function loadTest(): Drawing {
  const points = Array.from({ length: 61 }, (_, index) => {
    const slow = 20 + index * 0.32 + ((index * 37) % 9) + (index === 44 ? 26 : 0);
    return `${90 + index * 21},${(560 - slow * 7).toFixed(0)}`;
  });
  const lines = [0, 20, 40, 60].map((ms) => {
    const y = 560 - ms * 7;
    return `<path d="M90 ${y}H1360" stroke="#e4ddd3" stroke-width="2"/><rect x="${ms === 0 ? 62 : 48}" y="${y - 5}" width="${ms === 0 ? 14 : 28}" height="10" rx="5" fill="#b9b0a4"/>`;
  });
  return drawing(
    1440,
    680,
    `<rect width="1440" height="680" fill="#fdfbf8"/>
    <rect x="90" y="44" width="330" height="22" rx="11" fill="#3b342d"/>
    <rect x="90" y="80" width="210" height="14" rx="7" fill="#b9b0a4"/>
    ${lines.join("")}
    <polygon points="90,560 ${points.join(" ")} 1350,560" fill="#d9772b" opacity=".14"/>
    <polyline points="${points.join(" ")}" fill="none" stroke="#c8641c" stroke-width="5" stroke-linejoin="round"/>
    <path d="M90 360H1360" stroke="#4c7a52" stroke-width="3" stroke-dasharray="10 10"/>
    ${[0, 1, 2, 3, 4].map((tick) => `<rect x="${90 + tick * 300}" y="596" width="44" height="12" rx="6" fill="#b9b0a4"/>`).join("")}`,
  );
}

/** The workspace's own emoji. */
export const emojiDrawings: Record<string, Drawing> = {
  tansy: drawing(
    96,
    96,
    `<path d="M48 92V52M48 78q-22-2-26-20M48 72q20-2 25-18" fill="none" stroke="#4f7f45" stroke-width="7" stroke-linecap="round"/>
    ${[
      [30, 26],
      [48, 18],
      [66, 26],
      [38, 42],
      [58, 42],
    ]
      .map(
        ([x, y]) =>
          `<circle cx="${x}" cy="${y}" r="14" fill="#f3b61f"/><circle cx="${x}" cy="${y}" r="7" fill="#d98e04"/>`,
      )
      .join("")}`,
  ),
  watering: drawing(
    96,
    96,
    `<path d="M26 42h40v38a8 8 0 0 1-8 8H34a8 8 0 0 1-8-8z" fill="#3f8f8a"/>
    <path d="M64 56l22-20" stroke="#3f8f8a" stroke-width="9"/><path d="M78 26l14 15" stroke="#2b6a66" stroke-width="8" stroke-linecap="round"/>
    <path d="M28 50q-20-2-18 16t18 12" fill="none" stroke="#2b6a66" stroke-width="7"/>
    <path d="M32 42q14-30 28 0" fill="none" stroke="#2b6a66" stroke-width="7"/>
    ${[74, 83, 92].map((x, index) => `<circle cx="${x}" cy="${58 + index * 10}" r="4.5" fill="#58a6e0"/>`).join("")}`,
  ),
  plop: drawing(
    96,
    96,
    `<rect x="20" y="26" width="56" height="64" rx="12" fill="#c8402c"/>
    <rect x="20" y="26" width="56" height="64" rx="12" fill="none" stroke="#8a2a1c" stroke-width="5"/>
    <rect x="16" y="12" width="64" height="18" rx="6" fill="#d9b44a"/>
    <rect x="32" y="48" width="32" height="22" rx="5" fill="#fff6e6"/>`,
  ),
};
