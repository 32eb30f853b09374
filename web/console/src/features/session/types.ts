export interface User {
  id: string;
  tenant_id: string;
  email: string;
  first_name: string | null;
  last_name: string | null;
  role: 'admin' | 'viewer';
  mfa_enabled: boolean;
  created_at: string;
  last_login: string | null;
  status: string;
}

export interface Credentials {
  email: string;
  password: string;
}

export interface Acceptance {
  token: string;
  password: string;
  first_name: string;
  last_name: string;
}

export interface FirstAccount extends Credentials {
  token: string;
  first_name: string;
  last_name: string;
}
