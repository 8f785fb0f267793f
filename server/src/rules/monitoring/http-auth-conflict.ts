import { type RulePage, schemaRule } from "../rule.ts";

export const rule = schemaRule("http-auth-conflict", "error", ["monitoring"]);

const JOB = (lines: string): string =>
  `prometheus:\n  scrape_configs:\n    - job_name: app\n      static_configs: [{targets: [app:8000]}]\n${lines}`;

export const page: RulePage = {
  title: "Two ways to sign in where only one can be used.",
  why: "A request has one `Authorization` header, so Prometheus and Alertmanager refuse a configuration that gives them several: `basic_auth`, `authorization` and `oauth2` exclude each other, and so do a value and the file that holds it (`password` and `password_file`). A new server does not start, and a running one keeps its old configuration.",
  fix: "Remove one of the two",
  examples: {
    failing: {
      what: "a password and a token",
      text: JOB(
        "      basic_auth: {username: acme, password_file: /etc/secrets/password}\n      authorization: {credentials_file: /etc/secrets/token}\n",
      ),
      reports: ["error 6 «authorization» `basic_auth` and `authorization` exclude each other: keep one of them."],
      fixed: JOB("      basic_auth: {username: acme, password_file: /etc/secrets/password}\n"),
    },
    passing: {
      what: "a token from a file",
      text: JOB("      authorization: {credentials_file: /etc/secrets/token}\n"),
      reports: [],
    },
    placeholder: {
      what: "one way, with a password that only the deployment knows",
      text: JOB('      basic_auth: {username: acme, password: "${APP_PASSWORD}"}\n'),
      reports: [],
    },
    disabled: "the schema checks what is switched off as well",
    more: [
      {
        what: "a password and the file that holds it",
        text: JOB(
          '      basic_auth: {username: acme, password: "${APP_PASSWORD}", password_file: /etc/secrets/password}\n',
        ),
        reports: ["error 5 «password_file» `password` and `password_file` exclude each other: keep one of them."],
        fixed: JOB('      basic_auth: {username: acme, password: "${APP_PASSWORD}"}\n'),
      },
    ],
  },
};
