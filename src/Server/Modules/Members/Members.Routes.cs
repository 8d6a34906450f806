namespace Shuke.Server.Modules.Members;

/// <summary>Members, how they are found, their cards, tags, own fields, consents, merges.</summary>
public static class MembersRoutes
{
    public static readonly Module Module = new("Members", _ => { }, Routes, (_, _) => { });

    private static void Routes(IEndpointRouteBuilder routes)
    {
        RegisterMember.Map(routes);
        EditMember.Map(routes);
        FindMember.Map(routes);
        IdentifyMember.Map(routes);
        ListMembers.Map(routes);
        ShowMember.Map(routes);
        RevealPhone.Map(routes);
        FreezeMember.Map(routes);
        RecordConsent.Map(routes);
        MergeMembers.Map(routes);
        ListMerges.Map(routes);
        ListFields.Map(routes);
        EditField.Map(routes);
        ListTags.Map(routes);
        EditTag.Map(routes);
        TagMembers.Map(routes);
        CardRule.Map(routes);
        CreateCards.Map(routes);
        ListCards.Map(routes);
        BindCard.Map(routes);
        ChangeCard.Map(routes);
        ReplaceCard.Map(routes);
    }
}
