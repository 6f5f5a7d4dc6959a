/**
 * How a site's server signs who its visitor is. The example for Node is run in a test against the server's own check;
 * the others say the same.
 */
export const SIGN_LANGUAGES = ['node', 'python', 'php', 'ruby'] as const;
export type SignLanguage = (typeof SIGN_LANGUAGES)[number];

/** Where the secret is kept: never in code. */
export const SECRET_VARIABLE = 'SIGNALBOX_SIGNING_SECRET';

export const signExamples: Record<SignLanguage, { library: string; code: string }> = {
  node: {
    library: 'npm install jose',
    code: `import { SignJWT } from 'jose';

const secret = new TextEncoder().encode(process.env.${SECRET_VARIABLE});

export function signCustomer(user) {
  return new SignJWT({
    external_id: String(user.id),
    name: user.name,
    email: user.email,
    email_verified: user.emailVerified,
  })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('10 minutes')
    .sign(secret);
}
`,
  },
  python: {
    library: 'pip install pyjwt',
    code: `import os, time
import jwt

def sign_customer(user):
    claims = {
        "external_id": str(user.id),
        "name": user.name,
        "email": user.email,
        "email_verified": user.email_verified,
        "exp": int(time.time()) + 600,
    }
    return jwt.encode(claims, os.environ["${SECRET_VARIABLE}"], algorithm="HS256")
`,
  },
  php: {
    library: 'composer require firebase/php-jwt',
    code: `<?php
use Firebase\\JWT\\JWT;

function sign_customer($user): string {
    $claims = [
        'external_id' => (string) $user->id,
        'name' => $user->name,
        'email' => $user->email,
        'email_verified' => $user->emailVerified,
        'exp' => time() + 600,
    ];
    return JWT::encode($claims, getenv('${SECRET_VARIABLE}'), 'HS256');
}
`,
  },
  ruby: {
    library: 'gem install jwt',
    code: `require "jwt"

def sign_customer(user)
  claims = {
    external_id: user.id.to_s,
    name: user.name,
    email: user.email,
    email_verified: user.email_verified,
    exp: Time.now.to_i + 600
  }
  JWT.encode(claims, ENV.fetch("${SECRET_VARIABLE}"), "HS256")
end
`,
  },
};

/** In the page: the token comes with it, or from the site's own server. */
export const identifyExample = `<script>
  window.signalbox ??= function () { (signalbox.q ??= []).push(arguments); };
  signalbox('identify', 'THE_TOKEN');   // once the visitor is signed in
  // signalbox('reset');                // when the visitor signs out
</script>
`;
