import type { TowersProps } from './chartProps';

/** Index of the first head layer; the last layer unless said otherwise. */
export function headStart({ layers, headFrom }: Pick<TowersProps, 'layers' | 'headFrom'>): number {
  return Math.max(0, Math.min(headFrom ?? layers.length - 1, layers.length));
}

/** Layers that all tasks have in common under this scheme. */
export function sharedLayerCount(props: Pick<TowersProps, 'scheme' | 'layers' | 'headFrom' | 'sharedLayers'>): number {
  if (props.scheme !== 'hard') return 0;
  return Math.min(props.sharedLayers ?? headStart(props), props.layers.length);
}
