import { Alert, createTheme, type MantineColorsTuple } from '@mantine/core';

const pine: MantineColorsTuple = ['#edf8f5', '#d9efe8', '#b1ddd0', '#86cab6', '#60b9a0', '#3fa98d', '#2a947a', '#177a64', '#0f6452', '#0a4e40'];
const slate: MantineColorsTuple = ['#d3dade', '#a9b4ba', '#8a979e', '#5d6a71', '#3a464c', '#2b353a', '#212a2e', '#182024', '#12191c', '#0c1113'];
const stone: MantineColorsTuple = ['#f7f9f9', '#f0f3f3', '#e5e9ea', '#d8dee0', '#c3cbce', '#a2adb1', '#7b878c', '#566268', '#384348', '#1c2528'];

/** The tones of `global.css`, so that notices are as calm as tags in light and dark. */
const NOTICE: Record<string, string> = { red: 'red', yellow: 'amber' };

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: 7,
  colors: { pine, dark: slate, gray: stone },
  black: '#172024',
  fontFamily: "'Avow Inter', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Code', 'DejaVu Sans Mono', Menlo, Consolas, monospace",
  defaultRadius: 'md',
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.5rem', lineHeight: '1.25' }, h2: { fontSize: '1.05rem' } } },
  focusRing: 'auto',
  cursorType: 'pointer',
  components: {
    Alert: Alert.extend({
      vars: (_theme, { color }) => {
        const tone = NOTICE[color ?? ''] ?? 'green';
        return { root: { '--alert-bg': `var(--avow-${tone}-bg)`, '--alert-color': `var(--avow-${tone}-fg)` } };
      },
    }),
    Drawer: { defaultProps: { position: 'right', overlayProps: { backgroundOpacity: 0.35 } } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 } } },
    Table: { defaultProps: { verticalSpacing: 'xs', horizontalSpacing: 'sm' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 150 } },
  },
});
