import type { Diagnostic, DiagnosticCode } from '../../core/role-files/diagnostics.ts';
import type { Explanation } from './explanation.ts';

/** The words for each problem of data files. */
export type DiagnosticMessages = Readonly<Record<DiagnosticCode, (diagnostic: Diagnostic) => Explanation>>;
