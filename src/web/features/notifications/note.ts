/** Two tones of a small bell, a fifth apart, soft and short. Made here: there is no file to load. */
const tones = [
  { frequency: 587.33, at: 0, gain: 0.09 },
  { frequency: 880, at: 0.09, gain: 0.07 },
];
const seconds = 0.7;
/** A sound device may take its time to start, most of all on a busy machine. */
const readyMs = 2_000;

/**
 * Browsers keep a page silent that nobody has touched yet. Then nothing is heard, also later: what waited
 * for the first touch would all sound with it.
 */
export async function playNote(): Promise<void> {
  const audio = new AudioContext();
  try {
    await Promise.race([audio.resume(), wait(readyMs)]);
    if (audio.state !== "running") return;
    for (const { frequency, at, gain } of tones) {
      const start = audio.currentTime + at;
      const volume = new GainNode(audio, { gain: 0 });
      volume.gain.linearRampToValueAtTime(gain, start + 0.012);
      volume.gain.exponentialRampToValueAtTime(0.0001, start + seconds);
      const tone = new OscillatorNode(audio, { type: "sine", frequency });
      tone.connect(volume).connect(audio.destination);
      tone.start(start);
      tone.stop(start + seconds);
    }
    await wait((seconds + 0.2) * 1000);
  } finally {
    await audio.close();
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
