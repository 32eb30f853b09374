import { NumberInput, Radio, Stack, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { CHOICES } from '../types';
import { isForRequests, type PolicyValues } from './policyValues';

/** What happens, and what the person is told of it. */
export function ActionFields({ form }: { form: UseFormReturnType<PolicyValues> }) {
  const { t } = useTranslation();
  const requests = isForRequests(form.values);
  const hint = (choice: Exclude<(typeof CHOICES)[number], 'Coach'>) => t(form.values.applies_to === 'answer' ? `policies.answerHint.${choice}` : `policies.hint.${choice}`);
  return (
    <>
      <Radio.Group label={t('policies.action')} {...form.getInputProps('action')}>
        <Stack gap="xs" mt="xs">
          {CHOICES.map((choice) => (
            <Radio key={choice} value={choice} disabled={choice === 'Coach' && !requests} label={t(`policies.choose.${choice}`)} description={choice === 'Coach' ? t(requests ? 'policies.hint.Coach' : 'policies.noCoach') : hint(choice)} />
          ))}
        </Stack>
      </Radio.Group>
      {(form.values.action === 'Coach' || form.values.action === 'Block') && <Textarea label={t('policies.message')} description={t('policies.messageHint')} autosize minRows={2} maxLength={1000} {...form.getInputProps('message')} />}
      {form.values.action === 'Coach' && <NumberInput label={t('policies.justification')} description={t('policies.justificationHint')} min={0} max={500} allowDecimal={false} {...form.getInputProps('justification')} />}
    </>
  );
}
