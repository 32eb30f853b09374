import { Anchor, Box, Group, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tabTitle } from '@/ui';
import { Logo } from './Logo';
import { Preferences } from './Preferences';
import classes from './Welcome.module.css';

/** The frame of the pages before sign-in: the form, and beside it what Avow does, in one picture. */
export function Welcome({ title, tab = title, lead, children }: { title: string; tab?: string; lead: string; children: ReactNode }) {
  const { t } = useTranslation();
  useDocumentTitle(tabTitle(tab));
  return (
    <Box className={classes.split}>
      <main className={classes.form} id="content">
        <Logo />
        <div className={classes.inner}>
          <Title order={1}>{title}</Title>
          <Text c="dimmed" size="sm" mt={6} mb="xl">
            {lead}
          </Text>
          {children}
        </div>
        <Group gap="xs">
          <Preferences />
          <Anchor href="/trust" size="sm">
            {t('account.trust')}
          </Anchor>
        </Group>
      </main>
      <aside className={classes.picture} aria-hidden="true">
        <p className={classes.slogan}>{t('app.tagline')}</p>
        <div className={classes.step}>
          <small>{t('tryIt.typed')}</small>
          <p>
            <mark data-kind="found">lea.moreau@example.com</mark>
          </p>
        </div>
        <div className={classes.step}>
          <small>{t('tryIt.left')}</small>
          <p>
            <mark data-kind="pseudonym">[EMAIL_1]</mark>
          </p>
        </div>
        <div className={classes.step}>
          <small>{t('tryIt.back')}</small>
          <p>
            <mark data-kind="restored">lea.moreau@example.com</mark>
          </p>
        </div>
      </aside>
    </Box>
  );
}
