// Single values of a Segment event as texts within limits. Called by the Segment reader; pure, and
// a value of any other type is "".
#pragma once

#include <QJsonObject>

#include <cstddef>
#include <initializer_list>
#include <string>

namespace topline::intake {

inline constexpr std::size_t titleBytesMax = 300;

// The object under that name; empty when there is none.
QJsonObject part(const QJsonObject &object, const char *name);

// Texts and whole numbers, without control characters and up to 256 bytes.
std::string idText(const QJsonValue &value);

// The first of the names that has one.
std::string firstId(const QJsonObject &object, std::initializer_list<const char *> names);

// Up to titleBytesMax, fit to be stored and shown.
std::string titleOf(const QJsonValue &value);

// In lower case; "" when the text is no mail address.
std::string mailAddress(const std::string &text);

} // namespace topline::intake
