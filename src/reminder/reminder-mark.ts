/** Drawings for the looks of the reminder, ours, and unlike anything the sites draw: balance, pause, page, compass. */
const PATHS = [
  'M24 8v30M14 40h20M8 14h32M8 14l-5 13h10zM40 14l-5 13h10z',
  'M24 4a20 20 0 1 0 .1 0M18 16v16M30 16v16',
  'M12 5h18l8 8v30H12zM29 5v9h9M18 22h14M18 29h14M18 36h8',
  'M24 4a20 20 0 1 0 .1 0M31 17l-5 9-9 5 5-9z',
] as const;

export function reminderMark(look: number): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 48 48');
  svg.setAttribute('class', 'mark');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', PATHS[look] ?? PATHS[0]);
  svg.append(path);
  return svg;
}
