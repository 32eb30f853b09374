import { SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, type Language } from '@/i18n';

const icon = { size: 16, 'aria-hidden': true } as const;

/** Theme and language. Both are remembered in this browser only. */
export function Preferences() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const named = (name: string, symbol: React.ReactNode) => (
    <span title={name} style={{ display: 'flex' }}>
      {symbol}
      <span className="mantine-visually-hidden" style={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}>
        {name}
      </span>
    </span>
  );
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('account.theme')}
        value={colorScheme}
        onChange={(value) => setColorScheme(value as MantineColorScheme)}
        data={[
          { value: 'auto', label: named(t('account.auto'), <IconDeviceDesktop {...icon} />) },
          { value: 'light', label: named(t('account.light'), <IconSun {...icon} />) },
          { value: 'dark', label: named(t('account.dark'), <IconMoon {...icon} />) },
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('account.language')}
        value={i18n.language}
        onChange={(value) => void chooseLanguage(value as Language)}
        data={[
          { value: 'en', label: 'English' },
          { value: 'fr', label: 'Français' },
        ]}
      />
    </>
  );
}
