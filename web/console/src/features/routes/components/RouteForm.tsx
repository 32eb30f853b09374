import { Button, MultiSelect, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiError, describe } from '@/errors';
import { FormFoot } from '@/ui';
import { useSaveRoute } from '../hooks/useRoutes';
import { REGIONS, type Route, type RouteDraft } from '../types';
import { TargetRow } from './TargetRow';
import { Turns } from './Turns';

interface Props {
  /** Null for a new one. */
  route: Route | null;
  onDone: () => void;
}

const NEW_TARGET = { provider: '', model: '', weight: 1, priority: 1 };
const draftOf = ({ name, targets, repeat_after_timeout, allowed_regions }: RouteDraft): RouteDraft => ({ name, targets, repeat_after_timeout, allowed_regions });

/** An alias and what it stands for. The order is shown as it will be asked while it is written. */
export function RouteForm({ route, onDone }: Props) {
  const { t } = useTranslation();
  const save = useSaveRoute();
  const form = useForm<RouteDraft>({
    initialValues: route ? draftOf(route) : { name: '', targets: [NEW_TARGET], repeat_after_timeout: false, allowed_regions: [] },
    validate: {
      name: (value) => (value.trim() === '' ? t('common.required') : value.includes('/') ? t('routes.nameWrong') : null),
      targets: {
        provider: (value) => (value ? null : t('common.required')),
        model: (value) => (value.trim() ? null : t('common.required')),
      },
    },
  });
  const told = (error: unknown) => {
    if (!(error instanceof ApiError) || !error.field) return;
    // targets[1].model is the form's targets.1.model.
    const path = error.field.replace(/\[(\d+)\]/g, '.$1');
    form.setFieldError(path === 'targets' ? 'targets.0.provider' : /^targets\.\d+$/.test(path) ? `${path}.provider` : path, describe(error));
  };
  const submit = form.onSubmit((values) =>
    save.mutate(
      { id: route?.id ?? null, draft: { ...draftOf(values), name: values.name.trim() } },
      {
        onSuccess: () => {
          notifications.show({ message: t('routes.saved') });
          onDone();
        },
        onError: told,
      },
    ),
  );
  const named = form.values.targets.filter(({ provider, model }) => provider && model);
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label={t('routes.name')} description={t('routes.nameHint')} placeholder="fast" data-autofocus {...form.getInputProps('name')} />
        <div>
          <Text fw={600} size="sm">
            {t('routes.targets')}
          </Text>
          <Text size="xs" c="dimmed">
            {t('routes.targetsHint')}
          </Text>
        </div>
        {form.values.targets.map((_, at) => (
          // Rows have no name of their own, and what stands in one moves up when one above it goes.
          <TargetRow key={at} form={form} at={at} onRemove={form.values.targets.length > 1 ? () => form.removeListItem('targets', at) : null} />
        ))}
        <Button variant="light" size="xs" leftSection={<IconPlus size={15} />} style={{ alignSelf: 'flex-start' }} onClick={() => form.insertListItem('targets', { ...NEW_TARGET, priority: Math.max(...form.values.targets.map(({ priority }) => Number(priority) || 1)) + 1 })}>
          {t('routes.addTarget')}
        </Button>
        {named.length > 1 && <Turns targets={named} />}
        <MultiSelect label={t('routes.regions')} description={t('routes.regionsHint')} data={REGIONS} clearable {...form.getInputProps('allowed_regions')} />
        <Switch label={t('routes.repeat')} description={t('routes.repeatHint')} {...form.getInputProps('repeat_after_timeout', { type: 'checkbox' })} />
        <FormFoot submit={t('common.save')} busy={save.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}
