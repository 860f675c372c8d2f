import { MethodCard } from '../../src/ui/MethodCard';
import { allMethods } from '../../src/ui/catalogue/methodId';

/** Every card of the catalogue. */
export function CardsPart() {
  return (
    <div className="two">
      {allMethods().map((method) => (
        <MethodCard key={method} method={method} />
      ))}
    </div>
  );
}
