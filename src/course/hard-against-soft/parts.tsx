import type { SlideParts } from '../courseSlide';
import { ClaimVerdict } from './ClaimVerdict';
import { FindPart } from './exercises/FindPart';
import { PredictPart } from './exercises/PredictPart';
import { FigurePart } from './figures/FigurePart';
import type { Live } from './names';
import { SourcesPart } from './SourcesPart';
import { Stage } from './Stage';
import { TablePart } from './table/TablePart';
import { WorkedPart } from './worked/WorkedPart';

/** What of slide 4.1 needs React; fetched after its text. */
export const parts: SlideParts<Live> = {
  live: {
    figure: FigurePart,
    predict: PredictPart,
    worked: WorkedPart,
    table: TablePart,
    find: FindPart,
    sources: SourcesPart,
  },
  Stage,
  Verdict: ClaimVerdict,
};
