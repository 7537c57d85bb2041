// mail::ImapDialer on libcurl: connection, TLS and sign-in are libcurl's, the conversation is
// ours, for its own fetching drops parts of answers and marks messages as read. Made by app's
// composition; dialers are thread-safe, a wire is used by one thread at a time; blocking. A wire
// whose call failed is good for nothing more.
#pragma once

#include "core/platform/curl_mail.h"

namespace topline::platform {

class CurlImapDialer final : public mail::ImapDialer {
public:
    CurlImapDialer(domain::MailServer server, std::string caFile, CurlMailOptions options = {});

    base::Result<std::unique_ptr<mail::ImapWire>> open(const mail::MailLogin &login,
                                                       const crm::CancelToken &cancel) override;

    base::DurationMs answerMs() const override { return m_options.answerMs; }

private:
    domain::MailServer m_server;
    std::string m_caFile;
    CurlMailOptions m_options;
};

} // namespace topline::platform
