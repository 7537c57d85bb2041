// The CRMs that can be connected, by system: their connectors and the limits that they ask for.
// Given to CrmConnections by app's composition. Pure, any thread.
#pragma once

#include "app/connection_source.h"

#include <map>
#include <string>

namespace topline::app {

std::map<std::string, ConnectorMaker> crmMakers();

} // namespace topline::app
