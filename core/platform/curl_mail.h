// What sending and reading mail over libcurl share: a server's address, TLS that is always asked
// for and verified, the sign-in, one handle driven with a deadline, and what a failure is called.
// Used by curl_smtp_sender and curl_imap_wire, by one thread at a time. No secret is ever in an
// error.
#pragma once

#include "core/mail/mail_sender.h"

#include <chrono>
#include <curl/curl.h>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace topline::platform {

enum class MailProtocol { Smtp, Imap };

struct CurlMailOptions {
    base::DurationMs connectMs = 30 * base::secondMs; // with TLS and sign-in three times that
    base::DurationMs bodyMs = 5 * base::minuteMs;     // from the envelope to the final dot
    base::DurationMs acceptMs = 11 * base::minuteMs;  // from the final dot to the answer
    base::DurationMs answerMs = 2 * base::minuteMs;   // IMAP: to one command
};

// The lines that a server said, as far as people or decisions need them.
struct MailTalk {
    std::vector<mail::MailReply> replies; // SMTP: whole replies, in their order
    std::string lastLine;                 // of any protocol
    std::size_t bytes = 0;
    bool isTooLong = false;
    // Since when nothing good can come any more; what follows is only a goodbye.
    std::optional<std::chrono::steady_clock::time_point> refusedAt = {};
};

enum class RunEnd { Done, Cancelled, TimeOver };

// One easy handle in a multi handle of its own, closed without waiting for a server that hangs.
class CurlMailHandle {
public:
    CurlMailHandle();
    ~CurlMailHandle();
    CurlMailHandle(const CurlMailHandle &) = delete;
    CurlMailHandle &operator=(const CurlMailHandle &) = delete;

    CURL *easy() const { return m_easy.get(); }

    // Refused for a server whose name or port cannot be one. `ownName`: what SMTP's greeting calls
    // us, in place of this machine's name.
    base::Status prepare(MailProtocol protocol, const domain::MailServer &server,
                         const std::string &caFile, const std::string &ownName);
    void setLogin(const mail::MailLogin &login);

    MailTalk &talk() { return m_talk; }

    // `deadline` is asked anew at each look, since it moves when the final dot has left.
    using Deadline = std::function<std::chrono::steady_clock::time_point()>;
    RunEnd run(const Deadline &deadline, const crm::CancelToken &cancel);

    CURLcode code() const { return m_code; }

    // Why there is no connection or it ended; SignInNeeded when the user or secret was refused.
    base::Error failure(RunEnd end) const;

private:
    static int look(void *context, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
    long long leftMs() const;
    bool mustStop();
    void setSafety(const domain::MailServer &server, const std::string &caFile);

    std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)> m_multi;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> m_easy; // goes before the multi handle
    MailTalk m_talk;
    MailProtocol m_protocol = MailProtocol::Smtp;
    std::string m_host;
    CURLcode m_code = CURLE_FAILED_INIT;
    RunEnd m_end = RunEnd::Done;
    const Deadline *m_deadline = nullptr; // while it runs
    const crm::CancelToken *m_cancel = nullptr;
};

} // namespace topline::platform
