import { ActionIcon } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** What the row is called, for those who hear the buttons. */
  name: string;
  onEdit: () => void;
  onDelete: () => void;
}

/** What may be done with a row, at its end. */
export function EditDelete({ name, onEdit, onDelete }: Props) {
  const { t } = useTranslation();
  return (
    <ActionIcon.Group style={{ justifyContent: 'flex-end' }}>
      <ActionIcon variant="subtle" color="gray" onClick={onEdit} aria-label={`${t('common.edit')}: ${name}`}>
        <IconPencil size={17} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="red" onClick={onDelete} aria-label={`${t('common.delete')}: ${name}`}>
        <IconTrash size={17} />
      </ActionIcon>
    </ActionIcon.Group>
  );
}
