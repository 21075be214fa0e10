import type { Assets } from '../assets.js';
import type { TimeWriter } from '../wording/times.js';

/** What every page needs beside its own content. */
export interface View {
  assets: Assets;
  times: TimeWriter;
  /** The sample newsroom is still in the store. */
  hasSample: boolean;
}
