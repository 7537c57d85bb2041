#include "app/crm_makers.h"

#include "app/open_connector.h"
#include "core/calendar/caldav_connector.h"
#include "core/crm/hubspot_connector.h"
#include "core/crm/salesforce_connector.h"
#include "core/mail/mail_connector.h"
#include "core/mail/mail_watch.h"
#include "core/platform/curl_imap_wire.h"
#include "core/platform/curl_smtp_sender.h"

#include <QTimeZone>

namespace topline::app {
namespace {

// Nobody counts their calls by the second; this only keeps us from crowding out other programs.
crm::GateOptions gentleGate()
{
    crm::GateOptions options;
    options.rules = {{"", 10, base::secondMs}};
    return options;
}

// Times without a zone, and whole days, are meant in the machine's.
domain::CalendarAccount calendarOf(const ConnectionPlan &plan)
{
    domain::CalendarAccount out;
    out.url = plan.apiBase;
    out.user = plan.clientId;
    out.path = plan.loginBase;
    out.address = plan.clientId;
    const std::string zone = QTimeZone::systemTimeZoneId().toStdString();
    out.zone = base::TimeZone::find(zone).ok() ? zone : "UTC";
    return out;
}

// What a mailbox's connector stands on.
struct MailServers {
    platform::CurlSmtpSender sender;
    platform::CurlImapDialer dialer;
};

std::unique_ptr<crm::Connector> mailConnector(const ConnectorParts &parts)
{
    const domain::MailAccount &account = parts.plan.mail;
    auto servers = std::make_shared<MailServers>(
        MailServers{platform::CurlSmtpSender(account.smtp, account.caFile),
                    platform::CurlImapDialer(account.imap, account.caFile)});
    auto connector = std::make_unique<mail::MailConnector>(
        account, mail::MailParts{servers->sender, servers->dialer, parts.access, parts.clock});
    return std::make_unique<OpenConnector>(std::move(servers), std::move(connector));
}

std::unique_ptr<crm::ArrivalWatch> mailWatch(const ConnectorParts &parts)
{
    const domain::MailAccount &account = parts.plan.mail;
    auto dialer = std::make_shared<platform::CurlImapDialer>(account.imap, account.caFile);
    auto watch = std::make_unique<mail::MailWatch>(account, *dialer, parts.access);
    return std::make_unique<OpenWatch>(std::move(dialer), std::move(watch));
}

} // namespace

std::map<std::string, ConnectorMaker> crmMakers()
{
    std::map<std::string, ConnectorMaker> makers;
    makers["hubspot"] = {crm::hubspotGateOptions(), [](const ConnectorParts &parts) {
                             return std::make_unique<crm::HubSpotConnector>(crm::HubSpotParts{
                                 parts.http, parts.access, parts.gate, parts.pace, parts.clock});
                         }};
    makers["salesforce"] = {gentleGate(), [](const ConnectorParts &parts) {
                                return std::make_unique<crm::SalesforceConnector>(
                                    crm::SalesforceParts{parts.http, parts.access, parts.gate,
                                                         parts.pace, parts.clock});
                            }};
    makers["mail"] = {{}, mailConnector, mailWatch};
    makers["calendar"] = {gentleGate(), [](const ConnectorParts &parts) {
                              return std::make_unique<calendar::CalDavConnector>(
                                  calendar::CalDavParts{parts.http, parts.access, parts.clock,
                                                        calendarOf(parts.plan)});
                          }};
    return makers;
}

} // namespace topline::app
