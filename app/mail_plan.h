// A mailbox as a person entered it, or as the settings keep it: what the servers are asked with.
// Used by connection_plan, any thread. Pure; InvalidInput names the field that is wrong, and never
// holds the password.
#pragma once

#include "app/connection_settings.h"
#include "core/domain/mail.h"

namespace topline::app {

// Without blanks around its texts, the address as the sign-in's user where none is given. Fields of
// errors: address, smtpHost, smtpPort, imapHost, imapPort, unsubscribeUrl.
base::Result<domain::MailAccount> mailboxOf(const domain::MailAccount &entered);

// A password as it was entered; some hold blanks.
base::Result<base::Secret> cleanPassword(const base::Secret &entered);

SettingTexts textsOf(const domain::MailAccount &account);
domain::MailAccount mailboxOf(const SettingTexts &texts);

} // namespace topline::app
