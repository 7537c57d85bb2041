#include "tests/fakes/salesforce_tables.h"

#include <sstream>

namespace topline::fakes {

namespace {

struct Spec {
    const char *name;
    const char *prefix;
    // "Field:type" with marks: ! required, - read-only, ^ external id and unique; a reference is
    // "Field:reference>Object/Relationship".
    const char *fields;
    bool hasDates = true; // when it was made and last changed by somebody
};

constexpr const char *systemFields = "Id:id- IsDeleted:boolean- SystemModstamp:datetime- ";
constexpr const char *dateFields = "CreatedDate:datetime- LastModifiedDate:datetime- ";

constexpr Spec specs[] = {
    {"User", "005",
     "Name:string! Email:email IsActive:boolean Department:string "
     "ManagerId:reference>User/Manager"},
    {"Product2", "01t", "Name:string! Family:picklist"},
    {"Account", "001",
     "Name:string! Website:url Industry:picklist BillingCountry:string "
     "ParentId:reference>Account/Parent NumberOfEmployees:int AnnualRevenue:currency "
     "OwnerId:reference>User/Owner MasterRecordId:reference>Account/MasterRecord-"},
    {"Contact", "003",
     "AccountId:reference>Account/Account FirstName:string LastName:string! Email:email "
     "Phone:phone Title:string HasOptedOutOfEmail:boolean IsEmailBounced:boolean- "
     "OwnerId:reference>User/Owner MasterRecordId:reference>Contact/MasterRecord-"},
    {"Lead", "00Q",
     "FirstName:string LastName:string! Company:string! Email:email Phone:phone Title:string "
     "HasOptedOutOfEmail:boolean EmailBouncedDate:datetime- IsConverted:boolean- "
     "ConvertedContactId:reference>Contact/ConvertedContact- OwnerId:reference>User/Owner "
     "MasterRecordId:reference>Lead/MasterRecord-"},
    {"Opportunity", "006",
     "Name:string! AccountId:reference>Account/Account OwnerId:reference>User/Owner "
     "StageName:picklist! IsClosed:boolean- IsWon:boolean- Probability:percent Amount:currency "
     "CloseDate:date! LeadSource:picklist CampaignId:reference>Campaign/Campaign NextStep:string"},
    {"OpportunityContactRole", "00K",
     "OpportunityId:reference>Opportunity/Opportunity! ContactId:reference>Contact/Contact! "
     "Role:picklist IsPrimary:boolean"},
    {"OpportunityHistory", "008",
     "OpportunityId:reference>Opportunity/Opportunity- StageName:picklist- Amount:currency- "
     "ForecastCategory:picklist- CloseDate:date-"},
    {"OpportunityStage", "01J",
     "ApiName:string- MasterLabel:string- IsActive:boolean- SortOrder:int- IsClosed:boolean- "
     "IsWon:boolean-"},
    {"Campaign", "701", "Name:string! Type:picklist Status:picklist"},
    {"CampaignMemberStatus", "01Y",
     "CampaignId:reference>Campaign/Campaign- Label:string- HasResponded:boolean- "
     "IsDefault:boolean-"},
    {"CampaignMember", "00v",
     "CampaignId:reference>Campaign/Campaign! LeadId:reference>Lead/Lead "
     "ContactId:reference>Contact/Contact Status:picklist HasResponded:boolean- "
     "FirstRespondedDate:date-"},
    {"ContentVersion", "068",
     "ContentDocumentId:reference>ContentDocument/ContentDocument Title:string! "
     "FileType:string- TextPreview:string- ContentSize:int- VersionData:base64"},
    {"ContentDocument", "069",
     "Title:string! FileType:string- ContentSize:int- "
     "LatestPublishedVersionId:reference>ContentVersion/LatestPublishedVersion-"},
    {"ContentNote", "069",
     "Title:string! Content:base64 TextPreview:string- FileType:string- ContentSize:int- "
     "LatestPublishedVersionId:reference>ContentVersion/LatestPublishedVersion-"},
    {"ContentDocumentLink", "06A",
     "LinkedEntityId:reference>Account/LinkedEntity! "
     "ContentDocumentId:reference>ContentDocument/ContentDocument! ShareType:picklist "
     "Visibility:picklist",
     false},
    {"Note", "002",
     "Title:string! Body:textarea ParentId:reference>Account/Parent! IsPrivate:boolean "
     "OwnerId:reference>User/Owner"},
    {"EmailMessage", "02s",
     "Subject:string TextBody:textarea MessageDate:datetime Incoming:boolean Status:picklist "
     "IsBounced:boolean- ParentId:reference>Case/Parent RelatedToId:reference>Account/RelatedTo "
     "ActivityId:reference>Task/Activity ToAddress:string FromAddress:string "
     "Topline_Id__c:string^"},
    {"Task", "00T",
     "Subject:string Description:textarea WhoId:reference>Contact/Who "
     "WhatId:reference>Account/What AccountId:reference>Account/Account- ActivityDate:date "
     "Status:picklist IsClosed:boolean- IsRecurrence:boolean TaskSubtype:picklist "
     "CallType:picklist CallDurationInSeconds:int CallDisposition:string "
     "CompletedDateTime:datetime- "
     "OwnerId:reference>User/Owner Topline_Id__c:string^"},
    {"Event", "00U",
     "Subject:string Description:textarea WhoId:reference>Contact/Who "
     "WhatId:reference>Account/What AccountId:reference>Account/Account- StartDateTime:datetime "
     "EndDateTime:datetime ActivityDateTime:datetime ActivityDate:date IsRecurrence:boolean- "
     "OwnerId:reference>User/Owner Topline_Id__c:string^"},
    {"TaskStatus", "01Q", "ApiName:string- IsClosed:boolean- SortOrder:int-"},
    {"Organization", "00D", "Name:string- IsSandbox:boolean-"},
};

FakeField fieldOf(std::string word)
{
    FakeField out;
    out.isCreateable = true;
    out.isUpdateable = true;
    for (;; word.pop_back()) {
        const char mark = word.back();
        if (mark == '!')
            out.isRequired = true;
        else if (mark == '-')
            out.isCreateable = out.isUpdateable = false;
        else if (mark == '^')
            out.isExternalId = out.isUnique = true;
        else
            break;
    }
    const std::size_t colon = word.find(':');
    const std::size_t arrow = word.find('>');
    out.name = word.substr(0, colon);
    out.type = word.substr(colon + 1, arrow - colon - 1);
    if (arrow != std::string::npos) {
        const std::size_t slash = word.find('/');
        out.target = word.substr(arrow + 1, slash - arrow - 1);
        out.relationship = word.substr(slash + 1);
    }
    return out;
}

} // namespace

const FakeField *FakeObject::field(const std::string &fieldName) const
{
    for (const FakeField &each : fields) {
        if (each.name == fieldName)
            return &each;
    }
    return nullptr;
}

FakeObjects salesforceObjects()
{
    FakeObjects out;
    for (const Spec &spec : specs) {
        FakeObject object{spec.name, spec.prefix, {}};
        std::istringstream words(std::string(systemFields) + (spec.hasDates ? dateFields : "") +
                                 spec.fields);
        for (std::string word; words >> word;)
            object.fields.push_back(fieldOf(word));
        out.emplace(object.name, std::move(object));
    }
    return out;
}

} // namespace topline::fakes
