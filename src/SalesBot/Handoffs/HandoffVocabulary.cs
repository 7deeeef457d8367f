namespace SalesBot.Handoffs;

/// <summary>Who hands work to whom.</summary>
enum Direction
{
    MarketingToSales,
    SalesToMarketing,
}

/// <summary>
/// What is handed over. A lead goes to sales; all but a lead goes to marketing; other goes both ways.
/// </summary>
enum HandoffKind
{
    Lead,
    Nurture,
    ContentRequest,
    CampaignFeedback,
    EventOrList,
    CustomerInsight,
    Other,
}

/// <summary>How soon the receiving team should take it.</summary>
enum Urgency
{
    Now,
    Today,
    ThisWeek,
    Someday,
}

/// <summary>Where a handoff stands. Overdue and escalated are no states: they follow from the clock.</summary>
enum HandoffState
{
    Submitted,
    Accepted,
    InProgress,
    Returned,
    Done,
    Recycled,
    Disqualified,
    Withdrawn,
    Merged,
}

/// <summary>What came of the work.</summary>
enum HandoffOutcome
{
    Won,
    Lost,
    Opportunity,
    Delivered,
    Answered,
}

/// <summary>On what ground the person's data is held (GDPR, article 6).</summary>
enum LawfulBasis
{
    Unknown,
    Consent,
    LegitimateInterest,
    Contract,
}

/// <summary>What can happen to a handoff. Those from <c>Wake</c> on are the bot's own.</summary>
enum Move
{
    Raise,
    Accept,
    Assign,
    Release,
    Return,
    Resubmit,
    Agree,
    Contact,
    Complete,
    Recycle,
    Disqualify,
    Pause,
    Resume,
    Withdraw,
    Merge,
    Reopen,
    Edit,
    Note,
    Watch,
    Unwatch,
    Rate,
    Wake,
    Absorb,
    Remind,
    Escalate,
    Erase,

    /// <summary>Takes the last step back, as if it had not been made; only who made it, and soon.</summary>
    Undo,
}
