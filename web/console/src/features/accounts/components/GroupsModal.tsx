import { Modal, Stack, TagsInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/features/people';
import { groupChoices, useNamedGroups } from '@/features/policies';
import { FormFoot, takeFault, useFocusBack } from '@/ui';
import { nameOf } from '../hooks/people';
import { useRegroup } from '../hooks/useAccounts';
import { GroupEffects } from './GroupEffects';

interface Props {
  person: Person;
  /** Whose groups are offered, beside those that policies name. */
  people: readonly Person[];
  onClose: () => void;
}

/** All the groups that a person is in. */
export function GroupsModal({ person, people, onClose }: Props) {
  const { t } = useTranslation();
  useFocusBack();
  const regroup = useRegroup();
  const named = useNamedGroups();
  const form = useForm({
    initialValues: { groups: person.groups },
    validate: { groups: (value) => (value.includes('all') ? t('accounts.allIsEverybody') : null) },
  });
  const submit = form.onSubmit((values) =>
    regroup.mutate(
      { id: person.id, ...values },
      {
        onSuccess: () => {
          notifications.show({ message: t('accounts.saved') });
          onClose();
        },
        onError: (error) => takeFault(form, values, error),
      },
    ),
  );
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={600}>{t('accounts.editTitle', { name: nameOf(person) })}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TagsInput label={t('accounts.groups')} description={t('accounts.groupsHint')} data={groupChoices(people.flatMap(({ groups }) => groups), named.keys())} isDuplicate={(value, chosen) => chosen.includes(value)} maxDropdownHeight={180} data-autofocus {...form.getInputProps('groups')} />
          <GroupEffects groups={form.values.groups} named={named} />
          <Text size="xs" c="dimmed">
            {t('accounts.from')}
          </Text>
          <FormFoot submit={t('common.save')} busy={regroup.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
