import { ActionIcon, Code, CopyButton, Group, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './CopyText.module.css';

/** A text in a fixed-width face with a button that copies it. */
export function CopyText({ text, block }: { text: string; block?: boolean }) {
  const { t } = useTranslation();
  return (
    <Group gap={6} wrap="nowrap" align={block ? 'flex-start' : 'center'} className={block ? classes.block : ''}>
      {block ? (
        <pre className={classes.pre} tabIndex={0}>
          {text}
        </pre>
      ) : (
        <Code className={classes.inline}>{text}</Code>
      )}
      <CopyButton value={text} timeout={1500}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('common.copied') : t('common.copy')}>
            <ActionIcon
              variant="subtle"
              color={copied ? 'pine' : 'gray'}
              onClick={copy}
              aria-label={copied ? t('common.copied') : t('common.copy')}
            >
              {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  );
}
