const rate = 16_000;
const seconds = 3;

/** A few notes that die away, as a WAV of 16 bits: what somebody's phone heard of a robin. */
export function chime(): Buffer {
  const samples = Buffer.alloc(rate * seconds * 2);
  for (let index = 0; index < rate * seconds; index += 1) {
    samples.writeInt16LE(Math.round(heard(index / rate) * 12_000), index * 2);
  }
  return Buffer.concat([head(samples.length), samples]);
}

/** The notes: when each begins, and its hertz. */
const notes: [at: number, pitch: number][] = [
  [0.1, 1568],
  [0.34, 2093],
  [0.52, 1760],
  [1.3, 2349],
  [1.46, 2093],
  [1.7, 1568],
];

function heard(time: number): number {
  return notes.reduce((sum, [at, pitch]) => {
    const age = time - at;
    return age < 0 ? sum : sum + Math.sin(2 * Math.PI * pitch * age) * Math.exp(-9 * age) * 0.5;
  }, 0);
}

function head(size: number): Buffer {
  const bytes = Buffer.alloc(44);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + size, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(size, 40);
  return bytes;
}
