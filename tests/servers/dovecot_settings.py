"""Dovecot's settings in both of its languages: that of 2.3 (Debian 12, Ubuntu 24.04) and that of 2.4 (Debian 13)."""

_COMMON = """
base_dir = {base}/run
state_dir = {base}/run
log_path = {base}/dovecot.log
listen = 127.0.0.1
auth_mechanisms = plain login
auth_failure_delay = 0
default_internal_user = {internal_user}
default_internal_group = {internal_group}
default_login_user = {login_user}
first_valid_uid = 1
mailbox_idle_check_interval = 1 secs
namespace inbox {{
  inbox = yes
  separator = /
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
# Without this, each failed login from an address slows down the next one, by seconds.
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
"""

_LANGUAGE_2_3 = """
protocols = imap
mail_location = maildir:{base}/mail/%u
ssl_cert = <{cert}
ssl_key = <{key}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={mail_user} gid={mail_group} home={base}/mail/%u
}}
"""

_LANGUAGE_2_4 = """
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
protocols {{
  imap = yes
}}
mail_driver = maildir
mail_path = {base}/mail/%{{user}}
ssl_server_cert_file = {cert}
ssl_server_key_file = {key}
passdb static {{
  passdb_static_password = {password}
}}
userdb static {{
  fields {{
    uid = {mail_user}
    gid = {mail_group}
    home = {base}/mail/%{{user}}
  }}
}}
"""


def template(version: str) -> str:
    """The settings file for that `dovecot --version`, with {names} still to be filled in."""
    # In 2.4 the version has to be the first setting of all.
    return _COMMON + _LANGUAGE_2_3 if version.startswith("2.3") else _LANGUAGE_2_4 + _COMMON
