// mail::MailSender on libcurl: SMTP submission over verified TLS, with a password or XOAUTH2. Made
// by app's composition, used by the mail connector on a courier's thread; blocking. Each message
// goes over a connection of its own, from libcurl's own reading of it, so that what stands between
// the last byte and the final dot is ours: the gate. What happened is told, nothing is repeated.
#pragma once

#include "core/platform/curl_mail.h"

namespace topline::platform {

class CurlSmtpSender final : public mail::MailSender {
public:
    // `caFile`: a PEM file of trusted authorities in place of the system's; mostly empty.
    CurlSmtpSender(domain::MailServer server, std::string caFile, CurlMailOptions options = {});

    base::Status check(const mail::MailLogin &login, const crm::CancelToken &cancel) override;

    mail::SendFacts send(const mail::MailLogin &login, const mail::MailEnvelope &envelope,
                         const std::function<base::Status()> &atDot,
                         const crm::CancelToken &cancel) override;

private:
    domain::MailServer m_server;
    std::string m_caFile;
    CurlMailOptions m_options;
};

} // namespace topline::platform
