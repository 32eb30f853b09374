import { Anchor, Avatar, Group, Popover, Stack, Text, UnstyledButton, Button, Divider } from '@mantine/core';
import { IconLogout, IconSelector } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../hooks/useMe';
import { useSignOut } from '../hooks/useSignIn';
import classes from './AccountMenu.module.css';
import { Preferences } from './Preferences';

export function AccountMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const signOut = useSignOut();
  const name = [me.first_name, me.last_name].filter(Boolean).join(' ') || me.email;
  return (
    <Popover width={270} position="top-start" shadow="md" trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.button} aria-label={`${t('account.menu')}: ${name}`}>
          <Avatar name={name} color="pine" size={34} radius="xl" aria-hidden="true" />
          <div className={classes.name}>
            <Text size="sm" fw={600} truncate>
              {name}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {t(me.role === 'admin' ? 'account.roleAdmin' : 'account.roleViewer')}
            </Text>
          </div>
          <IconSelector size={16} aria-hidden="true" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Text size="sm" c="dimmed" truncate>
            {me.email}
          </Text>
          <Divider />
          <Group gap="xs" justify="space-between">
            <Preferences />
          </Group>
          <Anchor href="/trust" size="sm">
            {t('account.trust')}
          </Anchor>
          <Divider />
          <Button variant="default" leftSection={<IconLogout size={16} />} loading={signOut.isPending} onClick={() => signOut.mutate()}>
            {t('account.signOut')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
