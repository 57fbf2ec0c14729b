import { CST } from 'yaml';
import type { Scalar } from 'yaml';
import { fullWidth, fullWidthBefore } from '../clean.ts';

const lineEnd = new RegExp(String.raw`${fullWidthBefore}[ \t]*\r?\n[ \t]*(?=${fullWidth})`, 'gu');

/**
 * The value of a text that runs over several lines, with full-width characters joined where a line ends between two of them. YAML folds a line end
 * into a space (1.2.2, 6.5; so does yaml 2.9.1), which is right between words that spaces part, but Japanese has none: 年末⏎調整 would be 年末 調整.
 * Undefined where nothing changes. `scalar` must know its source token.
 */
export function joinFullWidthLines({ srcToken, type, value }: Scalar): string | undefined {
  if (typeof value !== 'string' || srcToken === undefined || !('source' in srcToken) || type === 'BLOCK_LITERAL') return undefined;
  const source = srcToken.source.replace(lineEnd, '');
  if (source === srcToken.source) return undefined;
  return CST.resolveAsScalar({ ...srcToken, source } as CST.FlowScalar | CST.BlockScalar, false, () => undefined).value;
}
