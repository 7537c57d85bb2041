// Domain values as JSON for scripts: times as ISO 8601 in UTC, money as integer minor units with
// its currency, ids as text. Used by all commands; pure, cannot fail.
#pragma once

#include "core/base/money.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/domain/feed.h"
#include "core/domain/reason.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>
#include <string>

namespace topline::app {

QString toQt(std::string_view text);

QJsonValue jsonText(std::string_view text); // null when empty
QJsonValue jsonTime(std::optional<base::UtcMs> at);
QJsonValue jsonMoney(const std::optional<base::Money> &money);
QJsonValue jsonNumber(std::optional<double> value);
QJsonValue jsonInteger(std::int64_t value);

QJsonObject jsonCard(const domain::FeedCard &card);
QJsonObject jsonReason(const domain::Reason &reason);
QJsonObject jsonError(const base::Error &error);

} // namespace topline::app
