/** A drawn stand-in for a photograph: hills under a sky, other ones for each name. */
export function placeholderImage(name: string): string {
  let seed = 7;
  for (const character of name) seed = (seed * 31 + character.charCodeAt(0)) % 100_003;
  const next = (below: number) => (seed = (seed * 1103 + 12_345) % 100_003) % below;
  const hue = next(360);
  const hill = (height: number) =>
    `M0 576 V${height} Q256 ${height - 80 - next(120)} 512 ${height} T1024 ${height - next(60)} V576 Z`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 576" width="1024" height="576" role="img">
<rect width="1024" height="576" fill="hsl(${hue} 45% 82%)"/>
<circle cx="${150 + next(700)}" cy="${90 + next(120)}" r="${40 + next(30)}" fill="hsl(${(hue + 40) % 360} 80% 90%)"/>
<path d="${hill(330 + next(60))}" fill="hsl(${hue} 30% 62%)"/>
<path d="${hill(420 + next(60))}" fill="hsl(${hue} 32% 45%)"/>
</svg>
`;
}
