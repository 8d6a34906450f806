// Generated from openapi.json by `npm run generate`.
export interface paths {
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the first-run wizard needed? */
        get: operations["ShowSetup"];
        put?: never;
        /** Create the owner and the shop, once. */
        post: operations["SetUpShop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in person, store and rights. */
        get: operations["ShowSession"];
        put?: never;
        /** Sign in. */
        post: operations["SignIn"];
        /** Sign out. */
        delete: operations["SignOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stores. */
        get: operations["ListStores"];
        put?: never;
        /** Open a store. */
        post: operations["CreateStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stores/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a store. */
        put: operations["EditStore"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/store": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Work at another store. */
        post: operations["SwitchStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Read in another language. */
        put: operations["ChooseLanguage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may take the till over. */
        get: operations["ListColleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set my PIN. */
        put: operations["SetPin"];
        /** A colleague takes the till over. */
        post: operations["SwitchPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a person is signed in. */
        get: operations["ListSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign a device out. */
        delete: operations["EndSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The staff. */
        get: operations["ListStaff"];
        put?: never;
        /** Add a person to the staff. */
        post: operations["CreateStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person of the staff. */
        get: operations["ShowStaff"];
        /** Change, disable or bring back a person of the staff. */
        put: operations["EditStaff"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an initial password, shown once. */
        post: operations["ResetSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change my password. */
        put: operations["ChangePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles. */
        get: operations["ListRoles"];
        put?: never;
        /** Add a role. */
        post: operations["CreateRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a role. */
        put: operations["EditRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a role may allow. */
        get: operations["ListPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A role's limits as sentences. */
        post: operations["ExplainRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was approved. */
        get: operations["ListApprovals"];
        put?: never;
        /** Approve what exceeds a colleague's limit. */
        post: operations["GiveApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit log. */
        get: operations["ListAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The audit log as a CSV file. */
        post: operations["ExportAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/till": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rule for rounding at the till. */
        get: operations["TillPolicyShow"];
        /** Change the rounding at the till. */
        put: operations["TillPolicySave"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long a login lasts. */
        get: operations["SessionPoliciesShow"];
        /** Change how long a login lasts. */
        put: operations["SessionPoliciesSave"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules for PINs. */
        get: operations["PinPoliciesShow"];
        /** Change the rules for PINs. */
        put: operations["PinPoliciesSave"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules for passwords. */
        get: operations["PasswordPoliciesShow"];
        /** Change the rules for passwords. */
        put: operations["PasswordPoliciesSave"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/shop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shop's name. */
        get: operations["ShopNameShow"];
        /** Rename the shop. */
        put: operations["ShopNameSave"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Long work and how far it is. */
        get: operations["ListJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One job and how far it is. */
        get: operations["ShowJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a job. */
        post: operations["CancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file. */
        get: operations["DownloadFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Does the program work? */
        get: operations["ShowHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What accounts can hold. */
        get: operations["AssetKindsList"];
        put?: never;
        /** Add an asset. */
        post: operations["AssetKindsAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/assets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rename an asset, change its expiry. */
        put: operations["AssetKindsEdit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All top-up plans, on sale or not. */
        get: operations["TopUpPlansList"];
        put?: never;
        /** Add a top-up plan. */
        post: operations["TopUpPlansAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a top-up plan. */
        put: operations["TopUpPlans"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/punch-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All punch cards. */
        get: operations["PunchCardsList"];
        put?: never;
        /** Add a punch card. */
        post: operations["PunchCardsAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/punch-cards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a punch card. */
        put: operations["PunchCards"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/times-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All times cards. */
        get: operations["TimesCardsList"];
        put?: never;
        /** Add a times card. */
        post: operations["TimesCardsAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/times-cards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a times card. */
        put: operations["TimesCards"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/clearings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Announced and past points clearings. */
        get: operations["PointsClearingList"];
        put?: never;
        /** Announce a points clearing. */
        post: operations["PointsClearing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/clearings/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a clearing would do today. */
        post: operations["PointsClearingPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/clearings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call an announced clearing off. */
        post: operations["PointsClearingCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a member holds, with lots. */
        get: operations["ShowMemberValue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/members/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every movement of a member's value, newest first. */
        get: operations["ShowStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/members/{id}/adjust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add or take value by hand. */
        post: operations["AdjustValue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/expire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book out what has expired. */
        post: operations["ExpireValue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify the whole ledger. */
        post: operations["CheckLedger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the last verifications found. */
        get: operations["CheckLedgerChecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roots of sealed business days. */
        get: operations["CheckLedgerDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List members, newest first. */
        get: operations["ListMembers"];
        put?: never;
        /** Register a member by phone at the till. */
        post: operations["RegisterMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything about one member. */
        get: operations["ShowMember"];
        /** Edit a member's profile. */
        put: operations["EditMember"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The find box: phone, card, name, pinyin, plate. */
        get: operations["FindMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Spend a dynamic member code: who is it? */
        post: operations["IdentifyMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/phone/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show the full phone number; audited. */
        post: operations["RevealPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Freeze a member. */
        post: operations["FreezeMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/unfreeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release a frozen member. */
        post: operations["FreezeMemberUnfreeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a consent or its withdrawal. */
        post: operations["RecordConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge another member into this one. */
        post: operations["MergeMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/merge-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a merge would do. */
        get: operations["MergeMembersLook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Past merges, newest first. */
        get: operations["ListMerges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The merchant's own profile fields. */
        get: operations["ListFields"];
        put?: never;
        /** Add a profile field. */
        post: operations["EditFieldCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/fields/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a profile field. */
        put: operations["EditField"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All tags. */
        get: operations["ListTags"];
        put?: never;
        /** Make a tag. */
        post: operations["EditTagCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rename or recolour a tag. */
        put: operations["EditTag"];
        post?: never;
        /** Remove a tag from everybody. */
        delete: operations["EditTagRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/tags/{id}/attach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tag members. */
        post: operations["TagMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/tags/{id}/detach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Untag members. */
        post: operations["TagMembersDetach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards/rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The number rule of new cards. */
        get: operations["CardRuleShow"];
        /** Change the number rule of new cards. */
        put: operations["CardRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List cards, newest first. */
        get: operations["ListCards"];
        put?: never;
        /** Add blank cards to the stock, at most 10,000 at once. */
        post: operations["CreateCards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a blank card to a member. */
        post: operations["BindCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards/{id}/loss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report a card lost. */
        post: operations["ChangeCardReportLoss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards/{id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release, freeze, unfreeze or cancel a card. */
        post: operations["ChangeCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards/{id}/replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace a card by a blank one. */
        post: operations["ReplaceCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All categories. */
        get: operations["ListCategories"];
        put?: never;
        /** Add a category. */
        post: operations["AddCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a category. */
        put: operations["EditCategory"];
        post?: never;
        /** Remove an empty category. */
        delete: operations["RemoveCategory"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the order of categories. */
        post: operations["OrderCategories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products, page by page. */
        get: operations["ListProducts"];
        put?: never;
        /** Add a product. */
        post: operations["AddProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One product. */
        get: operations["ShowProduct"];
        /** Change a product. */
        put: operations["EditProduct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take a product off sale or pin it to the till. */
        put: operations["SwitchProduct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/{id}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Price history of a product. */
        get: operations["ListPriceChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/{id}/own-prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prices by store and tier. */
        get: operations["StorePricesShow"];
        /** Set prices by store and tier. */
        put: operations["StorePrices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/price-schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of prices, newest first. */
        get: operations["SchedulePricesList"];
        put?: never;
        /** Change prices at a moment. */
        post: operations["SchedulePrices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/price-schedules/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a change of prices that waits. */
        post: operations["SchedulePricesCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/scale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How labels of scales are read. */
        get: operations["ScaleLabelsShow"];
        /** Change how labels of scales are read. */
        put: operations["ScaleLabels"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was scanned or typed: barcode, code, name or pinyin. */
        get: operations["FindGoods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/barcodes/{barcode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The goods that carry a barcode. */
        get: operations["ScanBarcode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/tiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tiles of the till. */
        get: operations["ShowTiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All products as CSV or .xlsx. */
        get: operations["ExportGoods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports of goods, newest first. */
        get: operations["ListImports"];
        put?: never;
        /** Hand in a CSV or .xlsx table of goods as the raw body. */
        post: operations["UploadGoods"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/imports/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty table to fill in. */
        get: operations["DownloadTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An import: columns, preview, progress, result. */
        get: operations["ShowImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which column holds what. */
        put: operations["MapColumns"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/imports/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Duplicates to decide, faulty rows, warnings. */
        get: operations["ShowDecisions"];
        /** Decide what becomes of duplicates. */
        put: operations["DecideDuplicates"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/imports/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start the import, or let it go on. */
        post: operations["RunImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a running import. */
        post: operations["CancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of one outcome with the reason, as CSV. */
        get: operations["DownloadImportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goods/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an import back as a whole. */
        post: operations["UndoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All tiers, lowest first, with how many members each has. */
        get: operations["RanksList"];
        put?: never;
        /** Add a tier above the others. */
        post: operations["RanksAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tiers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a tier. */
        put: operations["RanksEdit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tiers/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the tiers into another order. */
        post: operations["RanksOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/tier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member's tier and progress. */
        get: operations["ShowMemberTier"];
        put?: never;
        /** Set a member's tier by hand. */
        post: operations["SetMemberTier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/benefits/{benefitId}/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tick off one use of a benefit that staff hand over. */
        post: operations["TickBenefit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/benefits/{benefitId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take today's last tick of a benefit back. */
        post: operations["TickBenefitUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/tiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How tiers are kept and lost, growth, ranks. */
        get: operations["TierPoliciesShow"];
        /** Change how tiers are kept and lost. */
        put: operations["TierPolicies"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tiers/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tiers that wait for approval, and the last ones decided. */
        get: operations["TierRequestsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/tier/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for the tier that matches another brand's card. */
        post: operations["TierRequestsMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tiers/requests/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or refuse a tier. */
        post: operations["TierRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/tier/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a member try a higher tier. */
        post: operations["TierLoans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/tier/protect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Protect a member from losing a tier. */
        post: operations["TierLoansProtect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tiers/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Review all tiers now, or see what a review would do. */
        post: operations["ReviewTiers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tiers/suggestion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Thresholds that the members' spending suggests. */
        get: operations["SuggestTiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memberships/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Paid memberships on sale, with how many members have each. */
        get: operations["MembershipPlansList"];
        put?: never;
        /** Add a paid membership. */
        post: operations["MembershipPlansAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memberships/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a paid membership. */
        put: operations["MembershipPlans"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/pricing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Points, bonus and discount rules. */
        get: operations["ShowPricingSettings"];
        /** Change points, bonus and discount rules. */
        put: operations["EditPricingSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of promotions, and what their conditions can ask. */
        get: operations["ShowConditionFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Price a basket with a promotion that is being written. */
        post: operations["TryPromotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The sentence of a promotion being written, and what is wrong with it. */
        post: operations["TryPromotionExplain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Promotions of some days, with overlaps and the deepest discount two can reach. */
        post: operations["PromotionCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Promotions, newest first. */
        get: operations["PromotionsList"];
        put?: never;
        /** Add a promotion, as a draft. */
        post: operations["PromotionsAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/at": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What counted at a moment. */
        post: operations["PromotionsCountedAt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One promotion. */
        get: operations["PromotionsShow"];
        /** Change a promotion: a new version. */
        put: operations["Promotions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All versions of a promotion and when they counted. */
        get: operations["PromotionsHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in for approval. */
        post: operations["PromotionsSubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the newest version count from its beginning on, or from now. */
        post: operations["PromotionsApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a promotion at once. */
        post: operations["PromotionsStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy a promotion to other days. */
        post: operations["PromotionsCopy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a promotion brought. */
        get: operations["PromotionResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules of coupons. */
        get: operations["CouponPolicyShow"];
        /** Change the rules of coupons. */
        put: operations["CouponPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Coupon templates, newest first. */
        get: operations["CouponTemplatesList"];
        put?: never;
        /** Add a coupon template, as a draft. */
        post: operations["CouponTemplatesAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One coupon template. */
        get: operations["CouponTemplatesShow"];
        /** Change a coupon template. */
        put: operations["CouponTemplates"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/templates/{id}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All terms a template has had, newest first. */
        get: operations["CouponTemplatesTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/templates/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand out a template's coupons, or stop. */
        post: operations["CouponTemplatesSwitch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/templates/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The sentence of a template being edited. */
        post: operations["CouponTemplatesExplain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/templates/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a template's coupons brought. */
        get: operations["CouponResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many members a choice means now, before anything is issued. */
        post: operations["IssueCouponsCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Batches of coupons, newest first. */
        get: operations["BatchesList"];
        put?: never;
        /** Issue coupons to members, or make codes, as a job. */
        post: operations["IssueCoupons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One batch and how far it is. */
        get: operations["BatchesShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/batches/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause a running batch. */
        post: operations["BatchesPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/batches/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a batch go on. */
        post: operations["BatchesResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/batches/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a batch; what it issued stays. */
        post: operations["BatchesCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/batches/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Void all coupons of a batch that are not used, as a job. */
        post: operations["BatchesVoid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/templates/{id}/give": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give coupons to named members at once. */
        post: operations["GiveCoupons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/batches/{id}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The codes of a batch as a CSV file. */
        post: operations["ExportCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/batches/{id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of codes to print, with QR codes. */
        post: operations["ExportCodesPrint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/templates/{id}/pool": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a partner's codes into a template. */
        post: operations["ImportPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shared codes. */
        get: operations["CouponWordsList"];
        put?: never;
        /** Add a shared code. */
        post: operations["CouponWords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/words/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a shared code, or go on. */
        post: operations["CouponWordsSwitch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Claim pages, newest first. */
        get: operations["ClaimPagesList"];
        put?: never;
        /** Add a claim page. */
        post: operations["ClaimPagesAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/pages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a claim page. */
        put: operations["ClaimPages"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/pages/{id}/qr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The QR code that leads to a claim page. */
        post: operations["ClaimPagesDraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Coupon packs. */
        get: operations["PacksList"];
        put?: never;
        /** Add a coupon pack. */
        post: operations["PacksAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/packs/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a pack being edited is worth. */
        post: operations["PacksCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/packs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a coupon pack. */
        put: operations["Packs"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/packs/{id}/give": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a pack to a member. */
        post: operations["PacksGive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter a coupon's code or word. */
        post: operations["RedeemCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/{id}/gift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Wrap a member's coupon as a gift; answers a secret link. */
        post: operations["GiftsWrap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/{id}/gift/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a gift back. */
        post: operations["GiftsWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gifts/{shop}/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a gift holds. */
        get: operations["GiftsShow"];
        put?: never;
        /** Take a gift. */
        post: operations["GiftsTake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The coupons of a member. */
        get: operations["MemberCoupons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One coupon with its uses. */
        get: operations["MemberCouponsShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Void a coupon. */
        post: operations["MemberCouponsVoid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{shop}/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a claim page offers. */
        get: operations["ClaimCouponShow"];
        put?: never;
        /** Claim a coupon with a phone number. */
        post: operations["ClaimCoupon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shifts of the store, newest first. */
        get: operations["ListShifts"];
        put?: never;
        /** Open a shift with a float. */
        post: operations["OpenShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shifts/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The open shift of a till. */
        get: operations["ShowOpenShift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shifts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One shift with its report. */
        get: operations["ShowShift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shifts/{id}/cash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put cash in (positive) or take it out (negative). */
        post: operations["MoveCash"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shifts/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a shift with the counted cash. */
        post: operations["CloseShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Price a cart and explain every discount. */
        post: operations["QuoteCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/till/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member as the till shows one. */
        get: operations["ShowTillMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tickets of the store, newest first. */
        get: operations["ListOrders"];
        put?: never;
        /** Take a cart's payments and write the ticket. */
        post: operations["SellCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ticket with lines, discounts, payments and refunds. */
        get: operations["ShowOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/refunds/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a refund would give back. */
        post: operations["PreviewRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refund lines of a ticket, or void it. */
        post: operations["RefundOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt as a picture (SVG). */
        get: operations["ShowReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/receipt/bytes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt as ESC/POS bytes (GB18030). */
        get: operations["ShowReceiptBytes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/receipt/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt's lines as text, for printing a page. */
        get: operations["ShowReceiptAsText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Print the receipt. */
        post: operations["PrintReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Parked carts of the store. */
        get: operations["ListHolds"];
        put?: never;
        /** Park a cart. */
        post: operations["HoldCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a parked cart back. */
        post: operations["ResumeHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topups/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Top-up plans on sale for a member. */
        get: operations["ListTopUpsPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last top-ups of a member. */
        get: operations["ListTopUpsList"];
        put?: never;
        /** Sell a top-up. */
        post: operations["SellTopUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topups/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo a top-up nothing of which was spent. */
        post: operations["RefundTopUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/printers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Printers of the store. */
        get: operations["PrintersList"];
        put?: never;
        /** Add a printer. */
        post: operations["PrintersAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/printers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a printer. */
        put: operations["PrintersEdit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/printers/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Print a test page. */
        post: operations["PrintersTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sell a paid membership, or begin a trial. */
        post: operations["SellMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memberships/{id}/refund/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a membership is worth if it is given back today. */
        post: operations["SellMembershipPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memberships/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a membership back by its remaining days. */
        post: operations["SellMembershipRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memberships/{id}/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Renew a membership from stored value by itself, or not. */
        post: operations["SellMembershipRenew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member's paid memberships and what they saved. */
        get: operations["ShowMemberships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/times-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sell a times card. */
        post: operations["SellTimesCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/times-cards/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tick off uses of a times card. */
        post: operations["SellTimesCardUse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/times-cards/{id}/refund/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a times card is worth if it is given back today. */
        post: operations["SellTimesCardPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/times-cards/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a times card back. */
        post: operations["SellTimesCardRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Times cards a member can use. */
        get: operations["ShareTimesShow"];
        put?: never;
        /** Share a member's times cards with another, or stop. */
        post: operations["ShareTimes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gifts and gift cards, the newest first. */
        get: operations["ValueGiftsList"];
        put?: never;
        /** Give stored value from a member to whoever has the link. */
        post: operations["ValueGiftsSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gift-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sell a gift card. */
        post: operations["ValueGifts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gifts/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a gift onto a member's card. */
        post: operations["ValueGiftsClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gifts/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an unclaimed gift back. */
        post: operations["ValueGiftsTakeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gift-cards/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an unclaimed gift card back. */
        post: operations["ValueGiftsRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reward rules with results. */
        get: operations["ShowRuleList"];
        put?: never;
        /** Add a reward rule. */
        post: operations["EditRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A reward rule with its versions. */
        get: operations["ShowRule"];
        /** Change a reward rule. */
        put: operations["EditRuleChange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/conditions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the conditions of a reward rule can ask. */
        get: operations["ShowRuleFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/rules/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Test, run or stop a reward rule. */
        put: operations["EditRuleSwitch"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/sentence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A rule in words. */
        post: operations["TryRuleSay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/try-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a rule on a member's past. */
        post: operations["TryRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rewards, newest first. */
        get: operations["GrantsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/grants/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a held reward go or turn it down. */
        post: operations["Grants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/blocks/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a member no more rewards. */
        put: operations["GrantsBlock"];
        post?: never;
        /** Give a member rewards again. */
        delete: operations["GrantsUnblock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/rewards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member's rewards: why, why not. */
        get: operations["ShowMemberRewards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check a member in. */
        post: operations["CheckIns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A month of a member's check-ins. */
        get: operations["CheckInsShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules of checking in. */
        get: operations["CheckInsShowSettings"];
        /** Change how checking in works. */
        put: operations["CheckInsSaveSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/rewards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Policies of rewards. */
        get: operations["CheckInsShowPolicies"];
        /** Change policies of rewards. */
        put: operations["CheckInsSavePolicies"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/draws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Draws with their published odds. */
        get: operations["DrawsList"];
        put?: never;
        /** Add a draw. */
        post: operations["DrawsAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/draws/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a draw. */
        put: operations["DrawsChange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/draws/{id}/play": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a member draw. */
        post: operations["Draws"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/draws/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the round, show its seed, open the next. */
        post: operations["DrawsReveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/draws/{id}/rounds/{round}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A round with all it takes to check it. */
        get: operations["DrawsShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks. */
        get: operations["TasksList"];
        put?: never;
        /** Add a task. */
        post: operations["TasksAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a task. */
        put: operations["Tasks"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member's tasks with progress. */
        get: operations["TasksShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/tasks/{taskId}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Claim the reward of a task. */
        post: operations["TasksClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names of the own events that rules, tasks and badges wait for. */
        get: operations["TasksEvents"];
        put?: never;
        /** Tell an own event of a member. */
        post: operations["TasksTell"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/badges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Badges with how rare they are. */
        get: operations["BadgeListList"];
        put?: never;
        /** Add a badge. */
        post: operations["BadgeListAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/badges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a badge. */
        put: operations["BadgeList"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/referrer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note who brought a new member. */
        post: operations["ReferMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who brought whom. */
        get: operations["ReferMemberList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What points are exchanged for, the cheapest first. */
        get: operations["RedemptionsList"];
        put?: never;
        /** Offer something for points. */
        post: operations["RedemptionsAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/redemptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change what is offered for points. */
        put: operations["Redemptions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/redemptions/{id}/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchange a member's points for something of the list. */
        post: operations["RedeemPoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/redeemed/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo a redemption nothing of which was used. */
        post: operations["RedeemPointsUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/redeemed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a member redeemed, the newest first. */
        get: operations["RedeemPointsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The day so far, and what needs a hand. */
        get: operations["ShowHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The membership policy as the live rules say it. */
        get: operations["ShowPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The membership policy as it was on a day on which it changed. */
        get: operations["ShowPolicyPast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/benefits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much each benefit is used. */
        get: operations["ShowBenefitUse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AddCategoryReply: {
            id: components["schemas"]["IdOfCategory"];
            /** Format: int64 */
            version: number;
        };
        AddCategoryRequest: {
            name: string;
            parentId?: null | string;
            /**
             * @default teal
             * @enum {string}
             */
            colour?: "teal" | "blue" | "indigo" | "purple" | "pink" | "red" | "orange" | "amber" | "green" | "grey";
        };
        AdjustValueRequest: {
            assetId: components["schemas"]["IdOfAsset"];
            /** Format: int64 */
            amount: number;
            reason: string;
        };
        /** @enum {string} */
        AfterFullRefund: "comes_back" | "as_it_was" | "forfeited";
        /** @enum {string} */
        AfterPartialRefund: "stays_used" | "comes_back_if_condition_fails";
        /** @enum {string} */
        AfterRefund: "at_review" | "at_once" | "never";
        AppliedView: {
            offer: string;
            sourceId: string;
            isCoupon: boolean;
            /** Format: int32 */
            version: number;
            title: string;
            rule: string;
            working: string;
            amount: components["schemas"]["Money"];
            shares: components["schemas"]["AppliedViewShare"][];
        };
        AppliedViewShare: {
            /** Format: int32 */
            lineNo: number;
            amount: components["schemas"]["Money"];
        };
        /** @enum {string} */
        AssetKind: "principal" | "bonus" | "points" | "growth" | "counter" | "times";
        AssetKindsReply: {
            id: components["schemas"]["IdOfAsset"];
            code: string;
            kind: components["schemas"]["AssetKind"];
            unit: components["schemas"]["AssetUnit"];
            nameZh: string;
            nameEn: string;
            expiry: string;
            covers: null | components["schemas"]["Covers"];
            isShipped: boolean;
            active: boolean;
            /** Format: int64 */
            version: number;
        };
        AssetKindsRequest: {
            kind: components["schemas"]["AssetKind"];
            nameZh: string;
            nameEn: string;
            expiry: string;
            covers?: null | components["schemas"]["Covers"];
            /** @default true */
            active?: boolean;
            code?: null | string;
        };
        /** @enum {string} */
        AssetUnit: "fen" | "point" | "count";
        AuditQuery: {
            staff?: null | string;
            action?: null | string;
            subjectKind?: null | string;
            subjectId?: null | string;
            /** Format: date */
            from?: null | string;
            /** Format: date */
            to?: null | string;
        };
        BackupState: {
            state: string;
            at: components["schemas"]["Instant"];
            /** Format: int64 */
            bytes: number;
            error: string;
        };
        BadgeFeat: {
            kind: components["schemas"]["FeatKind"];
            categories: unknown[];
            /** @default  */
            name?: string;
        };
        BadgeLevel: {
            /** Format: int64 */
            atLeast: number;
            titleZh: string;
            titleEn: string;
            effects: components["schemas"]["Effect"][];
        };
        BadgeListReply: {
            id: components["schemas"]["IdOfBadge"];
            titleZh: string;
            titleEn: string;
            about: string;
            feat: components["schemas"]["BadgeFeat"];
            levels: components["schemas"]["BadgeLevel"][];
            hidden: boolean;
            active: boolean;
            /** Format: int32 */
            position: number;
            holders: number[];
            /** Format: int64 */
            version: number;
        };
        BadgeListRequest: {
            titleZh: string;
            titleEn: string;
            about: string;
            feat: components["schemas"]["BadgeFeat"];
            levels: components["schemas"]["BadgeLevel"][];
            /** @default false */
            hidden?: boolean;
            /** @default true */
            active?: boolean;
            /**
             * Format: int32
             * @default 0
             */
            position?: number;
        };
        BatchesVoidRequest: {
            reason: string;
        };
        /** @enum {string} */
        BatchState: "running" | "paused" | "done" | "cancelled" | "stock_out" | "voiding" | "void";
        BenefitForm: {
            id: null | components["schemas"]["IdOfBenefit"];
            kind: components["schemas"]["BenefitKind"];
            titleZh: string;
            titleEn: string;
            period: components["schemas"]["BenefitPeriod"];
            /** Format: int32 */
            limit: number;
            covers?: null | components["schemas"]["Covers"];
            /**
             * Format: int32
             * @default 0
             */
            day?: number;
            pack?: null | components["schemas"]["PackForm"];
        };
        /** @enum {string} */
        BenefitKind: "text" | "free_item" | "monthly_pack";
        /** @enum {string} */
        BenefitPeriod: "none" | "month" | "birthday_month" | "year";
        BenefitStanding: {
            id: components["schemas"]["IdOfBenefit"];
            kind: components["schemas"]["BenefitKind"];
            titleZh: string;
            titleEn: string;
            period: components["schemas"]["BenefitPeriod"];
            /** Format: int32 */
            limit: number;
            /** Format: int32 */
            remaining: null | number;
            covers: null | components["schemas"]["Covers"];
            canBeUsed?: boolean;
        };
        BindCardReply: {
            memberId: components["schemas"]["IdOfMember"];
            number: string;
        };
        BindCardRequest: {
            number: string;
        };
        /** @enum {string} */
        BirthdayKind: "solar" | "lunar" | "lunar_leap";
        BirthdayText: {
            kind: components["schemas"]["BirthdayKind"];
            /** Format: int32 */
            month: number;
            /** Format: int32 */
            day: number;
            /** Format: int32 */
            year?: null | number;
        };
        /** Format: date */
        BusinessDay: string;
        Cap: {
            scope: components["schemas"]["CapScope"];
            window: components["schemas"]["CapWindow"];
            unit: components["schemas"]["CapUnit"];
            /** Format: int64 */
            max: number;
        };
        /** @enum {string} */
        CapScope: "each_member" | "everybody";
        /** @enum {string} */
        CapUnit: "times" | "fen";
        /** @enum {string} */
        CapWindow: "ever" | "day" | "week" | "month" | "year";
        /** @enum {string} */
        CardChange: "report_loss" | "release_loss" | "freeze" | "unfreeze" | "cancel";
        /** @enum {string} */
        CardKind: "magnetic" | "ic" | "id" | "barcode" | "qr" | "virtual";
        CardRuleReply: {
            prefix: string;
            /** Format: int32 */
            length: number;
            checkDigit: boolean;
            skipFour: boolean;
            next: string[];
        };
        CardRuleRequest: {
            prefix: string;
            /** Format: int32 */
            length: number;
            checkDigit: boolean;
            skipFour: boolean;
        };
        /** @enum {string} */
        CardState: "blank" | "active" | "lost" | "frozen" | "replaced" | "cancelled";
        CartRequest: {
            lines: components["schemas"]["CartRequestLine"][];
            memberId?: null | string;
            orderDiscount?: null | components["schemas"]["CartRequestOff"];
            points?: null | components["schemas"]["CartRequestPointsUse"];
            freeItems?: null | components["schemas"]["CartRequestFreeUse"][];
            coupons?: null | components["schemas"]["CartRequestCouponWish"][];
            /** @default false */
            autoCoupons?: boolean;
            paymentMethod?: null | string;
        };
        CartRequestCouponWish: {
            couponId: components["schemas"]["IdOfCoupon"];
            /**
             * @default chosen
             * @enum {string}
             */
            pick?: "auto" | "chosen" | "off";
        };
        CartRequestFreeUse: {
            kind: components["schemas"]["FreeItemKind"];
            sourceId: string;
            /** Format: int32 */
            lineNo?: null | number;
        };
        CartRequestLine: {
            /** Format: int32 */
            lineNo: number;
            quantity: components["schemas"]["Quantity"];
            productId?: null | string;
            name?: null | string;
            /**
             * Format: int64
             * @description fen
             */
            price?: null | number;
            discount?: null | components["schemas"]["CartRequestOff"];
            /**
             * Format: int64
             * @description fen
             */
            priceOverride?: null | number;
        };
        CartRequestOff: {
            /** Format: int32 */
            bp?: null | number;
            /**
             * Format: int64
             * @description fen
             */
            amount?: null | number;
        };
        CartRequestPointsUse: {
            /** Format: int64 */
            number?: null | number;
        };
        ChangeCardLossRequest: {
            /** @default  */
            reason?: string;
        };
        ChangeCardReply: {
            id: components["schemas"]["IdOfCard"];
            state: components["schemas"]["CardState"];
            /** Format: int64 */
            version: number;
        };
        ChangeCardRequest: {
            change: components["schemas"]["CardChange"];
            reason: string;
        };
        ChangePasswordRequest: {
            current: string;
            next: string;
        };
        Chapter: {
            title: string;
            lines: string[];
        };
        /** @enum {string} */
        CheckInCycle: "none" | "week" | "month";
        CheckInExtra: {
            /** Format: int32 */
            day: number;
            /** Format: int64 */
            points: number;
        };
        CheckInsCalendar: {
            active: boolean;
            marks: components["schemas"]["CheckInsMark"][];
            /** Format: int32 */
            streak: number;
            today: boolean;
            /** Format: int64 */
            next: number;
            canMakeUp: unknown[];
            /** Format: int64 */
            makeUpCost: null | number;
        };
        CheckInSettings: {
            active?: boolean;
            loginCounts?: boolean;
            series?: number[];
            cycle?: components["schemas"]["CheckInCycle"];
            extras?: components["schemas"]["CheckInExtra"][];
            /** Format: int64 */
            makeUpCost?: null | number;
            /** Format: int32 */
            makeUpDays?: number;
        };
        CheckInsMark: {
            day: components["schemas"]["BusinessDay"];
            /** Format: int32 */
            streak: number;
            /** Format: int64 */
            points: number;
            madeUp: boolean;
        };
        CheckInsReply: {
            day: components["schemas"]["BusinessDay"];
            /** Format: int32 */
            streak: number;
            /** Format: int64 */
            points: number;
            /** Format: int64 */
            extra: number;
            /** Format: int64 */
            cost: number;
            /** Format: int64 */
            tomorrow: null | number;
        };
        CheckInsRequest: {
            /** Format: date */
            makeUp?: null | string;
        };
        CheckLedgerCheck: {
            startedAt: components["schemas"]["Instant"];
            endedAt: components["schemas"]["Instant"];
            /** Format: int64 */
            entries: number;
            /** Format: int64 */
            accounts: number;
            /** Format: int64 */
            days: number;
            wrong: null | string;
            holds?: boolean;
        };
        CheckLedgerDay: {
            on: components["schemas"]["BusinessDay"];
            /** Format: int64 */
            entries: number;
            root: string;
            sealedAt: components["schemas"]["Instant"];
        };
        CheckLedgerStarted: {
            jobId: components["schemas"]["IdOfJob"];
        };
        ChoiceViewGoodsView: {
            productId: components["schemas"]["IdOfProduct"];
            name: string;
            unit: string;
            price: components["schemas"]["Money"];
        };
        ChooseLanguageRequest: {
            language: components["schemas"]["Language"];
        };
        ClaimCouponPage: {
            shop: string;
            title: string;
            name: string;
            says: string;
            open: boolean;
            startsAt: components["schemas"]["Instant"];
            endsAt: components["schemas"]["Instant"];
            /** Format: int64 */
            perPerson: number;
        };
        ClaimCouponReply: {
            name: string;
            says: string;
            code: string;
            validFrom: components["schemas"]["Instant"];
            lastDay: components["schemas"]["BusinessDay"];
        };
        ClaimCouponRequest: {
            phone: string;
            ticket: string;
        };
        ClaimPagesForm: {
            title: string;
            templateId: components["schemas"]["IdOfCouponTemplate"];
            startsAt: components["schemas"]["Instant"];
            endsAt: components["schemas"]["Instant"];
            /** Format: int64 */
            totalMax?: null | number;
            /**
             * Format: int64
             * @default 1
             */
            perPerson?: number;
            /**
             * Format: int64
             * @default 50
             */
            perAddress?: null | number;
            /** @default true */
            active?: boolean;
        };
        ClaimPagesQrReply: {
            address: string;
            qr: string;
            /** Format: int32 */
            modules: number;
        };
        ClaimPagesQrRequest: {
            origin: string;
        };
        ClaimPagesReply: {
            id: components["schemas"]["IdOfClaimPage"];
            code: string;
            path: string;
            title: string;
            templateId: components["schemas"]["IdOfCouponTemplate"];
            template: string;
            startsAt: components["schemas"]["Instant"];
            endsAt: components["schemas"]["Instant"];
            /** Format: int64 */
            totalMax: null | number;
            /** Format: int64 */
            claimed: number;
            /** Format: int64 */
            perPerson: number;
            /** Format: int64 */
            perAddress: null | number;
            active: boolean;
            /** Format: int64 */
            version: number;
        };
        Clause: {
            all?: null | components["schemas"]["Clause"][];
            any?: null | components["schemas"]["Clause"][];
            none?: null | components["schemas"]["Clause"][];
            field?: null | string;
            op?: null | components["schemas"]["Op"];
            /** Format: int64 */
            number?: null | number;
            /** Format: int64 */
            to?: null | number;
            day?: null | components["schemas"]["BusinessDay"];
            toDay?: null | components["schemas"]["BusinessDay"];
            values?: null | string[];
            /** Format: int32 */
            days?: null | number;
            when?: null | components["schemas"]["Schedule"];
        };
        /** @enum {string} */
        ClearingState: "announced" | "done" | "cancelled";
        CloseShiftRequest: {
            counted: components["schemas"]["Money"];
            /** @default  */
            note?: string;
        };
        ComboPart: {
            goods: components["schemas"]["Goods"];
            /**
             * Format: int32
             * @default 1
             */
            pieces?: number;
        };
        ConditionField: {
            code: string;
            type: components["schemas"]["FieldType"];
            name: string;
            unit: string;
            isWindowed: boolean;
            choices: null | components["schemas"]["ConditionFieldWord"][];
        };
        ConditionFieldWord: {
            code: string;
            name: string;
        };
        ConditionForm: {
            metric: components["schemas"]["Metric"];
            window: components["schemas"]["WindowKind"];
            /** Format: int64 */
            atLeast: number;
            /**
             * Format: int32
             * @default 0
             */
            days?: number;
        };
        /** @enum {string} */
        ConsentChannel: "till" | "console" | "app" | "import";
        /** @enum {string} */
        ConsentPurpose: "membership" | "marketing";
        CouponBack: {
            couponId: components["schemas"]["IdOfCoupon"];
            name: string;
            validTo: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        CouponKind: "cash_off" | "threshold_off" | "percent_off" | "exchange" | "gift" | "freight" | "fixed_price" | "item_discount" | "top_up_bonus" | "points_multiplier" | "fuel" | "parking" | "third_party";
        /** @enum {string} */
        CouponPick: "auto" | "chosen" | "off";
        CouponResultsBatch: {
            id: components["schemas"]["IdOfCouponBatch"];
            title: string;
            source: components["schemas"]["CouponSource"];
            /** Format: int64 */
            issued: number;
            /** Format: int64 */
            used: number;
            sales: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
        };
        CouponResultsDay: {
            date: components["schemas"]["BusinessDay"];
            /** Format: int64 */
            used: number;
            sales: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
        };
        CouponResultsReply: {
            /** Format: int64 */
            issued: number;
            /** Format: int64 */
            claimed: number;
            /** Format: int64 */
            used: number;
            /** Format: int64 */
            returned: number;
            /** Format: int64 */
            voided: number;
            /** Format: int64 */
            members: number;
            sales: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            /** Format: int32 */
            usedShareBp: number;
            days: components["schemas"]["CouponResultsDay"][];
            batches: components["schemas"]["CouponResultsBatch"][];
        };
        CouponSettings: {
            afterFullRefund?: components["schemas"]["AfterFullRefund"];
            afterPartialRefund?: components["schemas"]["AfterPartialRefund"];
            /** Format: int32 */
            returnDaysMin?: number;
            /** Format: int32 */
            giftHours?: number;
        };
        /** @enum {string} */
        CouponSource: "list" | "segment" | "codes" | "page" | "word" | "pack" | "rule" | "refund";
        /** @enum {string} */
        CouponState: "issued" | "locked" | "used" | "returned" | "expired" | "void";
        CouponTemplatesExplained: {
            says: string;
            wrong: null | string;
            wrongCode: null | string;
        };
        CouponTemplatesForm: {
            name: string;
            terms: components["schemas"]["CouponTerms"];
            /** Format: int64 */
            stock?: null | number;
            /** Format: int64 */
            perMember?: null | number;
            /** @default  */
            note?: string;
        };
        CouponTemplatesReply: {
            id: components["schemas"]["IdOfCouponTemplate"];
            name: string;
            kind: components["schemas"]["CouponKind"];
            state: components["schemas"]["TemplateState"];
            says: string;
            terms: components["schemas"]["CouponTerms"];
            /** Format: int64 */
            termsNo: number;
            /** Format: int64 */
            stock: null | number;
            /** Format: int64 */
            issued: number;
            /** Format: int64 */
            used: number;
            /** Format: int64 */
            perMember: null | number;
            note: string;
            createdAt: components["schemas"]["Instant"];
            /** Format: int64 */
            version: number;
        };
        CouponTemplatesStateRequest: {
            state: components["schemas"]["TemplateState"];
        };
        CouponTemplatesTermsReply: {
            /** Format: int64 */
            no: number;
            says: string;
            terms: components["schemas"]["CouponTerms"];
            who: string;
            at: components["schemas"]["Instant"];
        };
        CouponTerms: {
            kind: components["schemas"]["CouponKind"];
            amount?: components["schemas"]["Money"];
            price?: components["schemas"]["Ratio"];
            cap?: null | components["schemas"]["Money"];
            minSpend?: components["schemas"]["Money"];
            /** Format: int32 */
            pieces?: number;
            multiplier?: components["schemas"]["Ratio"];
            products?: unknown[];
            categories?: unknown[];
            notProducts?: unknown[];
            stores?: unknown[];
            tiers?: unknown[];
            validity: components["schemas"]["CouponValidity"];
            transferable?: boolean;
            stackable?: boolean;
            withPromotions?: boolean;
            partner?: string;
        };
        CouponValidity: {
            kind: components["schemas"]["CouponValidityKind"];
            /** Format: date */
            from?: null | string;
            /** Format: date */
            to?: null | string;
            /**
             * Format: int32
             * @default 0
             */
            days?: number;
            weekdays?: null | number[];
            /** Format: int32 */
            fromMinute?: null | number;
            /** Format: int32 */
            toMinute?: null | number;
        };
        /** @enum {string} */
        CouponValidityKind: "dates" | "days" | "days_from_next_day";
        CouponView: {
            id: components["schemas"]["IdOfCoupon"];
            templateId: components["schemas"]["IdOfCouponTemplate"];
            batchId: components["schemas"]["IdOfCouponBatch"];
            name: string;
            kind: components["schemas"]["CouponKind"];
            says: string;
            state: components["schemas"]["CouponState"];
            memberId: null | components["schemas"]["IdOfMember"];
            validFrom: components["schemas"]["Instant"];
            validTo: components["schemas"]["Instant"];
            lastDay: components["schemas"]["BusinessDay"];
            transferable: boolean;
            stackable: boolean;
        };
        CouponWordsReply: {
            word: string;
            templateId: components["schemas"]["IdOfCouponTemplate"];
            template: string;
            /** Format: int64 */
            totalMax: null | number;
            /** Format: int64 */
            taken: number;
            active: boolean;
            createdAt: components["schemas"]["Instant"];
        };
        CouponWordsRequest: {
            word: string;
            templateId: components["schemas"]["IdOfCouponTemplate"];
            /** Format: int64 */
            totalMax?: null | number;
        };
        CouponWordsSwitchRequest: {
            word: string;
            active: boolean;
        };
        Covers: {
            products: unknown[];
            categories: unknown[];
        };
        CreateCardsReply: {
            /** Format: int32 */
            created: number;
            first: null | string;
            last: null | string;
        };
        CreateCardsRequest: {
            kind: components["schemas"]["CardKind"];
            /**
             * Format: int32
             * @default 0
             */
            count?: number;
            numbers?: null | string[];
        };
        Dates: {
            from: components["schemas"]["BusinessDay"];
            to: components["schemas"]["BusinessDay"];
        };
        /** @enum {string} */
        DayOfWeek: "sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday";
        DecideDuplicatesDecision: {
            by: components["schemas"]["SameBy"];
            key: string;
            choice: components["schemas"]["SameChoice"];
        };
        DecideDuplicatesRequest: {
            each?: null | components["schemas"]["DecideDuplicatesDecision"][];
            /** @enum {null|string} */
            inTable?: "keep_all" | "first_keeps" | "update_existing" | "skip" | null;
            /** @enum {null|string} */
            withShop?: "keep_all" | "first_keeps" | "update_existing" | "skip" | null;
            /** @default false */
            asProposed?: boolean;
        };
        /** @enum {string} */
        Deed: "check_in" | "review" | "profile" | "activity" | "referral" | "return" | "refused_delivery" | "no_show";
        DeedGrowth: {
            deed: components["schemas"]["Deed"];
            /** Format: int32 */
            growth: number;
        };
        DiscountStep: {
            /** Format: int64 */
            atLeast: number;
            price: components["schemas"]["Ratio"];
        };
        Done: Record<string, never>;
        /** @enum {string} */
        Downgrade: "to_tier_met" | "one_down" | "off";
        /** @enum {string} */
        DrawLook: "wheel" | "scratch" | "grid" | "egg";
        DrawPrize: {
            id: components["schemas"]["IdOfPrize"];
            /** Format: int64 */
            weight: number;
            /** Format: int64 */
            stock: null | number;
            /** Format: int64 */
            perDay: null | number;
            isNothing: boolean;
        };
        DrawsPlayed: {
            /** Format: int64 */
            number: number;
            /** Format: int64 */
            memberNumber: number;
            /** Format: int64 */
            ticket: number;
            landed: components["schemas"]["IdOfPrize"];
            won: components["schemas"]["IdOfPrize"];
            how: components["schemas"]["DrawTurn"];
            /** Format: int64 */
            missesBefore: number;
            uses: components["schemas"]["PrizeUse"][];
            at: components["schemas"]["Instant"];
            right: null | boolean;
        };
        DrawsPlayRequest: {
            memberId: components["schemas"]["IdOfMember"];
        };
        DrawsPrize: {
            id: components["schemas"]["IdOfPrize"];
            titleZh: string;
            titleEn: string;
            /** Format: int64 */
            weight: number;
            /** Format: int64 */
            oddsPpm: number;
            /** Format: int64 */
            stock: null | number;
            /** Format: int64 */
            perDay: null | number;
            isNothing: boolean;
            effects: components["schemas"]["Effect"][];
            /** Format: int64 */
            given: number;
            /** Format: int64 */
            givenToday: number;
        };
        DrawsPrizeForm: {
            id: null | components["schemas"]["IdOfPrize"];
            titleZh: string;
            titleEn: string;
            /** Format: int64 */
            weight: number;
            /** Format: int64 */
            stock: null | number;
            /** Format: int64 */
            perDay: null | number;
            isNothing: boolean;
            effects: components["schemas"]["Effect"][];
        };
        DrawsProof: {
            /** Format: int64 */
            round: number;
            commitment: string;
            seed: null | string;
            prizes: components["schemas"]["DrawPrize"][];
            /** Format: int32 */
            guaranteeAfter: number;
            /** Format: int64 */
            turns: number;
            openedAt: components["schemas"]["Instant"];
            closedAt: null | components["schemas"]["Instant"];
            allRight: null | boolean;
            plays: components["schemas"]["DrawsPlayed"][];
        };
        DrawsReply: {
            id: components["schemas"]["IdOfDraw"];
            name: string;
            look: components["schemas"]["DrawLook"];
            /** Format: int64 */
            costPoints: null | number;
            /** Format: int32 */
            perDayMax: number;
            /** Format: int32 */
            guaranteeAfter: number;
            validFrom: null | components["schemas"]["BusinessDay"];
            validTo: null | components["schemas"]["BusinessDay"];
            active: boolean;
            prizes: components["schemas"]["DrawsPrize"][];
            /** Format: int64 */
            round: number;
            commitment: string;
            /** Format: int64 */
            turns: number;
            /** Format: int64 */
            version: number;
        };
        DrawsRequest: {
            name: string;
            look: components["schemas"]["DrawLook"];
            /** Format: int64 */
            costPoints: null | number;
            /** Format: int32 */
            perDayMax: number;
            /** Format: int32 */
            guaranteeAfter: number;
            validFrom: null | components["schemas"]["BusinessDay"];
            validTo: null | components["schemas"]["BusinessDay"];
            prizes: components["schemas"]["DrawsPrizeForm"][];
            /** @default true */
            active?: boolean;
        };
        DrawsTurn: {
            /** Format: int64 */
            round: number;
            /** Format: int64 */
            number: number;
            prizeId: components["schemas"]["IdOfPrize"];
            prize: string;
            won: boolean;
            how: components["schemas"]["DrawTurn"];
            /** Format: int64 */
            ticket: number;
            /** Format: int64 */
            left: number;
            commitment: string;
        };
        /** @enum {string} */
        DrawTurn: "as_landed" | "out_of_stock" | "guaranteed";
        EditCategoryReply: {
            id: components["schemas"]["IdOfCategory"];
            /** Format: int64 */
            version: number;
        };
        EditCategoryRequest: {
            name: string;
            colour: components["schemas"]["TileColour"];
            parentId?: null | string;
        };
        EditFieldCreateRequest: {
            name: string;
            kind: components["schemas"]["FieldKind"];
            choices?: null | string[];
            /** @default false */
            requiredAtTill?: boolean;
        };
        EditFieldRequest: {
            name: string;
            choices: string[];
            requiredAtTill: boolean;
            /** Format: int32 */
            position: number;
            active: boolean;
        };
        EditMemberReply: {
            id: components["schemas"]["IdOfMember"];
            /** Format: int64 */
            version: number;
        };
        EditMemberRequest: {
            name: string;
            gender: components["schemas"]["Gender"];
            birthday: null | components["schemas"]["BirthdayText"];
            email: string;
            address: string;
            notes: string;
            preferredStoreId: null | components["schemas"]["IdOfStore"];
            consultantId: null | components["schemas"]["IdOfStaff"];
            fields: components["schemas"]["FieldValue"][];
            newPhone?: null | string;
        };
        EditRuleRequest: {
            form: string;
            name: string;
            trigger: components["schemas"]["Trigger"];
            effects: components["schemas"]["Effect"][];
            caps: components["schemas"]["Cap"][];
            validity: components["schemas"]["Validity"];
            condition?: null | components["schemas"]["Clause"];
            /**
             * Format: int32
             * @default 0
             */
            priority?: number;
            /** @default  */
            group?: string;
            /**
             * Format: int32
             * @default 0
             */
            holdDays?: number;
            /** @default false */
            review?: boolean;
            /**
             * @default running
             * @enum {string}
             */
            state?: "test" | "running" | "stopped";
        };
        EditRuleStateRequest: {
            state: components["schemas"]["RuleState"];
        };
        EditTagReply: {
            id: components["schemas"]["IdOfTag"];
            name: string;
            color: components["schemas"]["TagColor"];
            /** Format: int64 */
            version: number;
        };
        EditTagRequest: {
            name: string;
            /**
             * @default grey
             * @enum {string}
             */
            color?: "grey" | "teal" | "blue" | "green" | "amber" | "red" | "purple";
        };
        Effect: {
            kind: components["schemas"]["EffectKind"];
            /**
             * Format: int64
             * @default 0
             */
            amount?: number;
            /**
             * Format: int32
             * @default 0
             */
            rateBp?: number;
            /**
             * Format: int64
             * @default 0
             */
            max?: number;
            /** @default  */
            target?: string;
            /**
             * Format: int32
             * @default 0
             */
            delayDays?: number;
            /**
             * Format: int32
             * @default 1
             */
            parts?: number;
            /**
             * Format: int32
             * @default 0
             */
            everyDays?: number;
            /**
             * @default member
             * @enum {string}
             */
            for?: "member" | "friend";
            /** @default  */
            textZh?: string;
            /** @default  */
            textEn?: string;
            worth?: components["schemas"]["Money"];
        };
        /** @enum {string} */
        EffectKind: "points" | "growth" | "bonus" | "voucher" | "coupon" | "chances" | "tag_add" | "tag_remove" | "badge" | "tier" | "message" | "task";
        ExpireValueStarted: {
            jobId: components["schemas"]["IdOfJob"];
        };
        ExplainRoleReply: {
            sentences: string[];
        };
        ExportCodesPrinted: {
            id: components["schemas"]["IdOfCoupon"];
            code: string;
            qr: string;
            /** Format: int32 */
            modules: number;
        };
        ExportCodesSheet: {
            name: string;
            says: string;
            lastDay: components["schemas"]["BusinessDay"];
            codes: components["schemas"]["ExportCodesPrinted"][];
            next: null | components["schemas"]["IdOfCoupon"];
        };
        ExportCodesSheetRequest: {
            after?: null | string;
            /**
             * Format: int32
             * @default 24
             */
            count?: number;
        };
        /** @enum {string} */
        FeatKind: "check_ins" | "purchases" | "spent" | "top_ups" | "stores" | "categories" | "friends" | "profile_completed" | "custom";
        FestivalDay: {
            /** Format: int32 */
            month: number;
            /** Format: int32 */
            day: number;
            isLunar: boolean;
        };
        /** @enum {string} */
        FieldKind: "text" | "number" | "date" | "choice" | "plate";
        /** @enum {string} */
        FieldType: "money" | "points" | "number" | "day" | "choice" | "set";
        FieldValue: {
            id: components["schemas"]["IdOfField"];
            value: string;
        };
        /** @enum {string} */
        FindGoodsFoundBy: "barcode" | "code" | "name";
        FindGoodsItem: {
            id: components["schemas"]["IdOfProduct"];
            code: null | string;
            name: string;
            spec: string;
            unit: string;
            price: components["schemas"]["Money"];
            memberPrice: null | components["schemas"]["Money"];
            byWeight: boolean;
            kind: components["schemas"]["ProductKind"];
            favourite: boolean;
        };
        FindGoodsReply: {
            by: components["schemas"]["FindGoodsFoundBy"];
            items: components["schemas"]["FindGoodsItem"][];
        };
        FindMemberFound: {
            id: components["schemas"]["IdOfMember"];
            /** Format: int64 */
            number: number;
            name: string;
            phone: null | string;
            state: components["schemas"]["MemberState"];
            matched: components["schemas"]["FindMemberMatch"];
            card: null | string;
            cardState: null | components["schemas"]["CardState"];
        };
        /** @enum {string} */
        FindMemberMatch: "phone" | "card" | "number" | "phone_tail" | "card_tail" | "name" | "plate";
        FindMemberReply: {
            items: components["schemas"]["FindMemberFound"][];
            isCode: boolean;
            isMore: boolean;
        };
        FlagView: {
            offer: string;
            sourceId: string;
            isCoupon: boolean;
            /** Format: int32 */
            version: number;
            title: string;
            rule: string;
        };
        /** @enum {string} */
        FreeItemKind: "times" | "benefit";
        FreezeMemberReply: {
            id: components["schemas"]["IdOfMember"];
            state: components["schemas"]["MemberState"];
            /** Format: int64 */
            version: number;
        };
        FreezeMemberRequest: {
            reason: string;
        };
        /** @enum {string} */
        Gender: "unknown" | "female" | "male";
        /** @enum {string} */
        GiftKind: "member" | "card";
        GiftsShown: {
            shop: string;
            name: string;
            says: string;
            open: boolean;
            until: components["schemas"]["Instant"];
        };
        GiftsTakeRequest: {
            phone: string;
            ticket: string;
        };
        /** @enum {string} */
        GiftState: "open" | "claimed" | "returned";
        GiftsWrapped: {
            id: components["schemas"]["IdOfCouponGift"];
            code: string;
            path: string;
            until: components["schemas"]["Instant"];
        };
        GiveApprovalReply: {
            id: components["schemas"]["IdOfApproval"];
            approvedBy: string;
            expiresAt: components["schemas"]["Instant"];
        };
        GiveApprovalRequest: {
            commandHash: string;
            staffId?: null | string;
            pin?: null | string;
            phone?: null | string;
            password?: null | string;
            /** @default  */
            reason?: string;
        };
        GiveCouponsReply: {
            coupons: components["schemas"]["CouponView"][];
        };
        GiveCouponsRequest: {
            members: unknown[];
            reason: string;
            /**
             * Format: int32
             * @default 1
             */
            count?: number;
            /** @default false */
            forRefund?: boolean;
        };
        Goods: {
            products?: unknown[];
            categories?: unknown[];
            brands?: string[];
            notProducts?: unknown[];
            notCategories?: unknown[];
            notBrands?: string[];
        };
        GrantsBlockRequest: {
            reason: string;
        };
        GrantsDecision: {
            give: boolean;
            reason: string;
        };
        GrantsItem: {
            id: components["schemas"]["IdOfRewardGrant"];
            state: components["schemas"]["GrantState"];
            source: components["schemas"]["GrantSource"];
            rule: string;
            memberId: components["schemas"]["IdOfMember"];
            member: string;
            gives: string;
            cost: components["schemas"]["Money"];
            why: string;
            hold: string;
            holdUntil: null | components["schemas"]["BusinessDay"];
            day: components["schemas"]["BusinessDay"];
            at: components["schemas"]["Instant"];
            staff: null | string;
            note: string;
        };
        /** @enum {string} */
        GrantSource: "rule" | "draw" | "task" | "badge" | "check_in";
        /** @enum {string} */
        GrantState: "test" | "held" | "waiting" | "given" | "rejected" | "taken_back";
        /** @enum {string} */
        Happening: "registered" | "profile_completed" | "purchased" | "topped_up" | "tier_up" | "tier_down" | "checked_in" | "referred" | "friend_purchased" | "task_done" | "badge_earned" | "custom" | "birthday" | "anniversary" | "festival" | "not_seen" | "points_expiring" | "tier_ending";
        HoldCartReply: {
            id: components["schemas"]["IdOfHold"];
            title: string;
            at: components["schemas"]["Instant"];
        };
        HoldCartRequest: {
            title: string;
            cart: components["schemas"]["CartRequest"];
        };
        Hours: {
            /** Format: int32 */
            from: number;
            /** Format: int32 */
            to: number;
            isOverMidnight?: boolean;
        };
        /** @enum {string} */
        HowMoved: "rule" | "hand" | "topup" | "review" | "refund" | "merge";
        IdentifyMemberReply: {
            id: components["schemas"]["IdOfMember"];
            /** Format: int64 */
            number: number;
            name: string;
            phone: null | string;
            state: components["schemas"]["MemberState"];
        };
        IdentifyMemberRequest: {
            code: string;
        };
        IdOfApproval: string;
        IdOfAsset: string;
        IdOfBadge: string;
        IdOfBenefit: string;
        IdOfCard: string;
        IdOfCategory: string;
        IdOfClaimPage: string;
        IdOfClearing: string;
        IdOfCoupon: string;
        IdOfCouponBatch: string;
        IdOfCouponGift: string;
        IdOfCouponPack: string;
        IdOfCouponTemplate: string;
        IdOfDraw: string;
        IdOfEntry: string;
        IdOfField: string;
        IdOfGoodsImport: string;
        IdOfHold: string;
        IdOfJob: string;
        IdOfLot: string;
        IdOfMember: string;
        IdOfMembership: string;
        IdOfMembershipPlan: string;
        IdOfMerchant: string;
        IdOfMerge: string;
        IdOfOrder: string;
        IdOfPolicyVersion: string;
        IdOfPosting: string;
        IdOfPriceSchedule: string;
        IdOfPrinter: string;
        IdOfPrize: string;
        IdOfProduct: string;
        IdOfPromotion: string;
        IdOfPunchCard: string;
        IdOfRedeemed: string;
        IdOfRedemption: string;
        IdOfReferral: string;
        IdOfRefund: string;
        IdOfRewardGrant: string;
        IdOfRewardRule: string;
        IdOfRewardTask: string;
        IdOfRole: string;
        IdOfSession: string;
        IdOfShift: string;
        IdOfStaff: string;
        IdOfStore: string;
        IdOfTag: string;
        IdOfTier: string;
        IdOfTierRequest: string;
        IdOfTimesCard: string;
        IdOfTimesSale: string;
        IdOfTopUp: string;
        IdOfTopUpPlan: string;
        IdOfValueGift: string;
        ImportColumn: {
            /** Format: int32 */
            index: number;
            title: string;
            example: string;
        };
        ImportCounts: {
            /** Format: int64 */
            created: number;
            /** Format: int64 */
            updated: number;
            /** Format: int64 */
            skipped: number;
            /** Format: int64 */
            failed: number;
            /** Format: int64 */
            warnings: number;
        };
        ImportPoolReply: {
            /** Format: int32 */
            added: number;
            /** Format: int32 */
            known: number;
            /** Format: int64 */
            stock: number;
        };
        ImportPoolRequest: {
            codes: string[];
        };
        ImportPreview: {
            columns: components["schemas"]["ImportColumn"][];
            rows: components["schemas"]["ImportPreviewRow"][];
        };
        ImportPreviewRow: {
            /** Format: int32 */
            number: number;
            cells: string[];
        };
        ImportReply: {
            id: components["schemas"]["IdOfGoodsImport"];
            fileName: string;
            stage: components["schemas"]["ImportStage"];
            /** Format: int64 */
            rowsTotal: number;
            preview: components["schemas"]["ImportPreview"];
            mapping: {
                [key: string]: number;
            };
            /** Format: int64 */
            progressDone: number;
            counts: components["schemas"]["ImportCounts"];
            error: null | string;
            createdAt: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        ImportStage: "draft" | "running" | "done" | "cancelled" | "failed" | "undone";
        /** Format: date-time */
        Instant: string;
        IssueCouponsAudience: {
            members?: null | components["schemas"]["MemberChoice"];
            tier?: null | string;
        };
        IssueCouponsCounted: {
            /** Format: int64 */
            members: number;
            needsApproval: boolean;
            /** Format: int64 */
            limitOfCaller: number;
        };
        IssueCouponsReply: {
            id: components["schemas"]["IdOfCouponBatch"];
            templateId: components["schemas"]["IdOfCouponTemplate"];
            template: string;
            source: components["schemas"]["CouponSource"];
            title: string;
            state: components["schemas"]["BatchState"];
            /** Format: int64 */
            wanted: number;
            /** Format: int64 */
            issued: number;
            /** Format: int64 */
            skipped: number;
            /** Format: int64 */
            voided: number;
            /** Format: int64 */
            used: number;
            jobId: null | components["schemas"]["IdOfJob"];
            createdAt: components["schemas"]["Instant"];
            endedAt: null | components["schemas"]["Instant"];
        };
        IssueCouponsRequest: {
            templateId: components["schemas"]["IdOfCouponTemplate"];
            title: string;
            audience?: null | components["schemas"]["IssueCouponsAudience"];
            /** Format: int64 */
            codes?: null | number;
        };
        JobReply: {
            id: components["schemas"]["IdOfJob"];
            kind: string;
            title: string;
            state: components["schemas"]["JobState"];
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            total: number;
            result: null | components["schemas"]["JsonElement"];
            error: null | string;
            cancelAsked: boolean;
            createdAt: components["schemas"]["Instant"];
            endedAt: null | components["schemas"]["Instant"];
        };
        /** @enum {string} */
        JobState: "waiting" | "running" | "done" | "failed" | "cancelled";
        JsonElement: unknown;
        KeepForm: {
            match: components["schemas"]["Match"];
            conditions: components["schemas"]["ConditionForm"][];
        };
        /** @enum {string} */
        Language: "zh" | "en";
        /** @enum {string} */
        LeapDay: "february28" | "march1";
        /** @enum {string} */
        Limit: "manual_discount_bp" | "refund_fen" | "adjust_points" | "adjust_fen" | "top_up_fen" | "coupons_issued";
        /** @enum {string} */
        LimitUnit: "percent" | "money" | "points" | "count";
        /** @enum {string} */
        LineDiscounts: "better" | "multiply";
        /** @enum {string} */
        LineOutcome: "changed" | "refused";
        LineReturn: {
            /** Format: int32 */
            lineNo: number;
            quantity: components["schemas"]["Quantity"];
            amount: components["schemas"]["Money"];
        };
        ListApprovalsReply: {
            id: components["schemas"]["IdOfApproval"];
            askedBy: string;
            approvedBy: string;
            reason: string;
            givenAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            usedAt: null | components["schemas"]["Instant"];
        };
        ListAuditReply: {
            /** Format: int64 */
            seq: number;
            at: components["schemas"]["Instant"];
            staffId: null | components["schemas"]["IdOfStaff"];
            who: string;
            store: null | string;
            address: string;
            action: string;
            subjectKind: string;
            subjectId: string;
            before: null | components["schemas"]["JsonElement"];
            after: null | components["schemas"]["JsonElement"];
            reason: null | string;
            approvedBy: null | string;
        };
        ListCardsItem: {
            id: components["schemas"]["IdOfCard"];
            number: string;
            kind: components["schemas"]["CardKind"];
            state: components["schemas"]["CardState"];
            memberId: null | components["schemas"]["IdOfMember"];
            memberName: null | string;
            boundAt: null | components["schemas"]["Instant"];
            createdAt: components["schemas"]["Instant"];
            /** Format: int64 */
            version: number;
        };
        ListCategoriesItem: {
            id: components["schemas"]["IdOfCategory"];
            parentId: null | components["schemas"]["IdOfCategory"];
            name: string;
            colour: components["schemas"]["TileColour"];
            /** Format: int64 */
            position: number;
            /** Format: int64 */
            products: number;
            /** Format: int64 */
            version: number;
        };
        ListCategoriesReply: {
            items: components["schemas"]["ListCategoriesItem"][];
        };
        ListColleaguesReply: {
            staffId: components["schemas"]["IdOfStaff"];
            number: string;
            name: string;
            hasPin: boolean;
            mayApprove: boolean;
        };
        ListFieldsItem: {
            id: components["schemas"]["IdOfField"];
            name: string;
            kind: components["schemas"]["FieldKind"];
            choices: string[];
            requiredAtTill: boolean;
            /** Format: int64 */
            position: number;
            active: boolean;
            /** Format: int64 */
            version: number;
        };
        ListFieldsReply: {
            items: components["schemas"]["ListFieldsItem"][];
        };
        ListHoldsItem: {
            id: components["schemas"]["IdOfHold"];
            title: string;
            at: components["schemas"]["Instant"];
            staff: string;
            /** Format: int32 */
            lines: number;
            cart: components["schemas"]["CartRequest"];
        };
        ListHoldsReply: {
            items: components["schemas"]["ListHoldsItem"][];
        };
        ListImportsItem: {
            id: components["schemas"]["IdOfGoodsImport"];
            fileName: string;
            stage: components["schemas"]["ImportStage"];
            /** Format: int64 */
            rowsTotal: number;
            createdAt: components["schemas"]["Instant"];
        };
        ListImportsReply: {
            items: components["schemas"]["ListImportsItem"][];
        };
        ListMembersItem: {
            id: components["schemas"]["IdOfMember"];
            /** Format: int64 */
            number: number;
            name: string;
            phone: null | string;
            gender: components["schemas"]["Gender"];
            state: components["schemas"]["MemberState"];
            birthday: null | string;
            source: components["schemas"]["MemberSource"];
            storeId: null | components["schemas"]["IdOfStore"];
            createdAt: components["schemas"]["Instant"];
            tags: components["schemas"]["ListMembersTagChip"][];
        };
        ListMembersTagChip: {
            id: components["schemas"]["IdOfTag"];
            name: string;
            color: components["schemas"]["TagColor"];
        };
        ListMergesItem: {
            id: components["schemas"]["IdOfMerge"];
            fromId: components["schemas"]["IdOfMember"];
            toId: components["schemas"]["IdOfMember"];
            toName: string;
            who: null | string;
            reason: string;
            at: components["schemas"]["Instant"];
            moved: components["schemas"]["JsonElement"];
        };
        ListOrdersItem: {
            id: components["schemas"]["IdOfOrder"];
            number: string;
            at: components["schemas"]["Instant"];
            day: components["schemas"]["BusinessDay"];
            state: components["schemas"]["OrderState"];
            staff: string;
            memberId: null | components["schemas"]["IdOfMember"];
            member: null | string;
            payable: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            /** Format: int64 */
            lines: number;
        };
        ListPermissionsChoice: {
            permission: components["schemas"]["Permission"];
            name: string;
            yours: boolean;
        };
        ListPermissionsGroup: {
            code: string;
            name: string;
            permissions: components["schemas"]["ListPermissionsChoice"][];
        };
        ListPermissionsLimitChoice: {
            limit: components["schemas"]["Limit"];
            name: string;
            unit: components["schemas"]["LimitUnit"];
            /** Format: int64 */
            max: number;
            permission: components["schemas"]["Permission"];
        };
        ListPermissionsReply: {
            groups: components["schemas"]["ListPermissionsGroup"][];
            limits: components["schemas"]["ListPermissionsLimitChoice"][];
        };
        ListPriceChangesItem: {
            priceKind: components["schemas"]["PriceKind"];
            before: null | components["schemas"]["Money"];
            after: null | components["schemas"]["Money"];
            who: string;
            at: components["schemas"]["Instant"];
        };
        ListPriceChangesReply: {
            items: components["schemas"]["ListPriceChangesItem"][];
        };
        ListSessionsReply: {
            id: components["schemas"]["IdOfSession"];
            staffId: components["schemas"]["IdOfStaff"];
            name: string;
            openedBy: string;
            store: null | string;
            address: string;
            agent: string;
            openedAt: components["schemas"]["Instant"];
            seenAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            current: boolean;
        };
        ListShiftsItem: {
            id: components["schemas"]["IdOfShift"];
            till: string;
            /** Format: int64 */
            number: number;
            state: components["schemas"]["ShiftState"];
            openedBy: string;
            openedAt: components["schemas"]["Instant"];
            closedAt: null | components["schemas"]["Instant"];
            expected: null | components["schemas"]["Money"];
            counted: null | components["schemas"]["Money"];
            difference: null | components["schemas"]["Money"];
        };
        ListTagsItem: {
            id: components["schemas"]["IdOfTag"];
            name: string;
            color: components["schemas"]["TagColor"];
            /** Format: int64 */
            members: number;
            /** Format: int64 */
            version: number;
        };
        ListTagsReply: {
            items: components["schemas"]["ListTagsItem"][];
        };
        ListTopUpsItem: {
            id: components["schemas"]["IdOfTopUp"];
            number: string;
            at: components["schemas"]["Instant"];
            plan: string;
            pay: components["schemas"]["Money"];
            bonus: components["schemas"]["Money"];
            points: components["schemas"]["Points"];
            state: components["schemas"]["TopUpState"];
            staff: string;
        };
        ListTopUpsListReply: {
            items: components["schemas"]["ListTopUpsItem"][];
        };
        ListTopUpsPlan: {
            id: components["schemas"]["IdOfTopUpPlan"];
            name: string;
            pay: components["schemas"]["Money"];
            bonus: components["schemas"]["Money"];
            points: components["schemas"]["Points"];
        };
        ListTopUpsPlansReply: {
            plans: components["schemas"]["ListTopUpsPlan"][];
            room: components["schemas"]["Money"];
        };
        LunarDay: {
            /** Format: int32 */
            month: number;
            /** Format: int32 */
            day: number;
        };
        MapColumnsRequest: {
            mapping: {
                [key: string]: number;
            };
        };
        /** @enum {string} */
        Match: "any" | "all";
        /** @enum {string} */
        Measure: "amount" | "pieces";
        MemberChoice: {
            ids?: null | unknown[];
            tag?: null | string;
            store?: null | string;
            /** Format: date-time */
            joinedFrom?: null | string;
            /** Format: date-time */
            joinedTo?: null | string;
            /** Format: int32 */
            birthdayMonth?: null | number;
            /** @enum {null|string} */
            gender?: "unknown" | "female" | "male" | null;
        };
        MemberCouponsOne: {
            coupon: components["schemas"]["CouponView"];
            uses: components["schemas"]["MemberCouponsUse"][];
            partnerCode: null | string;
        };
        MemberCouponsReply: {
            coupons: components["schemas"]["CouponView"][];
            /** Format: int64 */
            usable: number;
        };
        MemberCouponsUse: {
            orderId: components["schemas"]["IdOfOrder"];
            storeId: components["schemas"]["IdOfStore"];
            discount: components["schemas"]["Money"];
            sales: components["schemas"]["Money"];
            at: components["schemas"]["Instant"];
            returnedAt: null | components["schemas"]["Instant"];
        };
        MemberCouponsVoidRequest: {
            reason: string;
        };
        MembershipPlansReply: {
            id: components["schemas"]["IdOfMembershipPlan"];
            name: string;
            /** Format: int32 */
            months: number;
            fee: components["schemas"]["Money"];
            /** Format: int32 */
            trialDays: number;
            /** Format: int32 */
            priceBp: number;
            /** Format: int32 */
            multiplierBp: number;
            pack: components["schemas"]["PackForm"];
            perks: string;
            active: boolean;
            /** Format: int64 */
            members: number;
            /** Format: int64 */
            version: number;
        };
        MembershipPlansRequest: {
            name: string;
            /** Format: int32 */
            months: number;
            fee: components["schemas"]["Money"];
            /** Format: int32 */
            trialDays: number;
            /** Format: int32 */
            priceBp: number;
            /** Format: int32 */
            multiplierBp: number;
            pack: components["schemas"]["PackForm"];
            /** @default  */
            perks?: string;
            /** @default true */
            active?: boolean;
        };
        /** @enum {string} */
        MembershipState: "sold" | "refunded";
        /** @enum {string} */
        MemberSource: "till" | "import" | "self" | "staff_qr" | "pay" | "referral";
        /** @enum {string} */
        MemberState: "active" | "frozen" | "merged" | "erased" | "closed";
        MergeMembersFilled: {
            name: string;
            value: string;
        };
        MergeMembersPreview: {
            keeps: components["schemas"]["MergeMembersSide"];
            gives: components["schemas"]["MergeMembersSide"];
            result: components["schemas"]["MergeMembersSide"];
        };
        MergeMembersReply: {
            id: components["schemas"]["IdOfMember"];
            mergeId: components["schemas"]["IdOfMerge"];
            /** Format: int64 */
            version: number;
        };
        MergeMembersRequest: {
            fromId: components["schemas"]["IdOfMember"];
            reason: string;
        };
        MergeMembersSide: {
            id: components["schemas"]["IdOfMember"];
            /** Format: int64 */
            number: number;
            name: string;
            phone: null | string;
            gender: components["schemas"]["Gender"];
            birthday: null | string;
            notes: string;
            createdAt: components["schemas"]["Instant"];
            cards: string[];
            tags: components["schemas"]["ListMembersTagChip"][];
            fields: components["schemas"]["MergeMembersFilled"][];
        };
        MethodReport: {
            tender: components["schemas"]["Tender"];
            method: null | string;
            sales: components["schemas"]["Money"];
            refunds: components["schemas"]["Money"];
            topUps: components["schemas"]["Money"];
            topUpRefunds: components["schemas"]["Money"];
            net?: components["schemas"]["Money"];
        };
        /** @enum {string} */
        Metric: "topped_up" | "top_up_once" | "spent" | "points_earned" | "growth" | "purchases" | "referrals" | "tasks" | "profile" | "memberships";
        /**
         * Format: int64
         * @description fen
         */
        Money: number;
        MoveCashRequest: {
            amount: components["schemas"]["Money"];
            reason: string;
        };
        NthWeekday: {
            /** Format: int32 */
            nth: number;
            weekday: components["schemas"]["DayOfWeek"];
        };
        OfferArgs: components["schemas"]["OfferArgsLimitedDiscount"] | components["schemas"]["OfferArgsSpecialPrice"] | components["schemas"]["OfferArgsMemberPrices"] | components["schemas"]["OfferArgsSecondMemberPrices"] | components["schemas"]["OfferArgsTierDiscounts"] | components["schemas"]["OfferArgsTierPrices"] | components["schemas"]["OfferArgsNewCustomerPrices"] | components["schemas"]["OfferArgsClearance"] | components["schemas"]["OfferArgsHappyHour"] | components["schemas"]["OfferArgsMemberDay"] | components["schemas"]["OfferArgsBirthdayDiscount"] | components["schemas"]["OfferArgsUnitOff"] | components["schemas"]["OfferArgsFlashPrice"] | components["schemas"]["OfferArgsNthPiece"] | components["schemas"]["OfferArgsEveryN"] | components["schemas"]["OfferArgsBuyXGetY"] | components["schemas"]["OfferArgsFixedBundle"] | components["schemas"]["OfferArgsCombo"] | components["schemas"]["OfferArgsPackage"] | components["schemas"]["OfferArgsAddOn"] | components["schemas"]["OfferArgsFullGift"] | components["schemas"]["OfferArgsOneItem"] | components["schemas"]["OfferArgsExchange"] | components["schemas"]["OfferArgsFixedPrice"] | components["schemas"]["OfferArgsFullReduction"] | components["schemas"]["OfferArgsFullDiscount"] | components["schemas"]["OfferArgsOrderDiscount"] | components["schemas"]["OfferArgsAmountOff"] | components["schemas"]["OfferArgsPaymentDiscount"] | components["schemas"]["OfferArgsFirstOrder"] | components["schemas"]["OfferArgsFreeShipping"] | components["schemas"]["OfferArgsPointsMultiplier"];
        OfferArgsAddOn: {
            /** @enum {string} */
            kind?: "add_on";
            goods: components["schemas"]["Goods"];
            threshold: components["schemas"]["Money"];
            choices: components["schemas"]["ProductPrice"][];
            /**
             * Format: int32
             * @default 1
             */
            piecesMax?: number;
        };
        OfferArgsAmountOff: {
            /** @enum {string} */
            kind?: "amount_off";
            goods: components["schemas"]["Goods"];
            off: components["schemas"]["Money"];
            threshold?: components["schemas"]["Money"];
        };
        OfferArgsBirthdayDiscount: {
            /** @enum {string} */
            kind?: "birthday";
            price: components["schemas"]["Ratio"];
            /**
             * Format: int32
             * @default 0
             */
            daysBefore?: number;
            /**
             * Format: int32
             * @default 0
             */
            daysAfter?: number;
            goods: components["schemas"]["Goods"];
        };
        OfferArgsBuyXGetY: {
            /** @enum {string} */
            kind?: "buy_x_get_y";
            /** Format: int32 */
            buy: number;
            /** Format: int32 */
            free: number;
            /**
             * @default cheapest
             * @enum {string}
             */
            which?: "cheapest" | "same" | "chosen";
            from?: null | components["schemas"]["Goods"];
            /** Format: int32 */
            timesMax?: null | number;
            goods: components["schemas"]["Goods"];
        };
        OfferArgsClearance: {
            /** @enum {string} */
            kind?: "clearance";
            price: components["schemas"]["Ratio"];
            goods: components["schemas"]["Goods"];
        };
        OfferArgsCombo: {
            /** @enum {string} */
            kind?: "combo";
            parts: components["schemas"]["ComboPart"][];
            price: components["schemas"]["Money"];
            /** Format: int32 */
            timesMax?: null | number;
        };
        OfferArgsEveryN: {
            /** @enum {string} */
            kind?: "every_n";
            goods: components["schemas"]["Goods"];
            /** Format: int32 */
            n: number;
            /**
             * Format: int32
             * @description basis points
             */
            price?: null | number;
            /**
             * Format: int64
             * @description fen
             */
            off?: null | number;
            /** Format: int32 */
            timesMax?: null | number;
        };
        OfferArgsExchange: {
            /** @enum {string} */
            kind?: "exchange";
            goods: components["schemas"]["Goods"];
            /**
             * Format: int32
             * @default 1
             */
            pieces?: number;
        };
        OfferArgsFirstOrder: {
            /** @enum {string} */
            kind?: "first_order";
            goods: components["schemas"]["Goods"];
            /**
             * Format: int32
             * @description basis points
             */
            price?: null | number;
            /**
             * Format: int64
             * @description fen
             */
            off?: null | number;
            /**
             * Format: int64
             * @description fen
             */
            offMax?: null | number;
            threshold?: components["schemas"]["Money"];
        };
        OfferArgsFixedBundle: {
            /** @enum {string} */
            kind?: "fixed_bundle";
            goods: components["schemas"]["Goods"];
            /** Format: int32 */
            pieces: number;
            price: components["schemas"]["Money"];
            /** Format: int32 */
            timesMax?: null | number;
        };
        OfferArgsFixedPrice: {
            /** @enum {string} */
            kind?: "fixed_price";
            goods: components["schemas"]["Goods"];
            price: components["schemas"]["Money"];
            /**
             * Format: int32
             * @default 1
             */
            pieces?: number;
        };
        OfferArgsFlashPrice: {
            /** @enum {string} */
            kind?: "flash_price";
            prices: components["schemas"]["ProductPrice"][];
            /** Format: int32 */
            piecesMax: number;
        };
        OfferArgsFreeShipping: {
            /** @enum {string} */
            kind?: "free_shipping";
            goods: components["schemas"]["Goods"];
            threshold?: components["schemas"]["Money"];
        };
        OfferArgsFullDiscount: {
            /** @enum {string} */
            kind?: "full_discount";
            goods: components["schemas"]["Goods"];
            steps: components["schemas"]["DiscountStep"][];
            /**
             * @default pieces
             * @enum {string}
             */
            by?: "amount" | "pieces";
            /**
             * Format: int64
             * @description fen
             */
            offMax?: null | number;
        };
        OfferArgsFullGift: {
            /** @enum {string} */
            kind?: "full_gift";
            goods: components["schemas"]["Goods"];
            by: components["schemas"]["Measure"];
            /** Format: int64 */
            atLeast: number;
            gifts: unknown[];
            /**
             * Format: int32
             * @default 1
             */
            pieces?: number;
            /** @default false */
            everyFull?: boolean;
        };
        OfferArgsFullReduction: {
            /** @enum {string} */
            kind?: "full_reduction";
            goods: components["schemas"]["Goods"];
            steps: components["schemas"]["ReductionStep"][];
            /**
             * @default amount
             * @enum {string}
             */
            by?: "amount" | "pieces";
            /** @default false */
            everyFull?: boolean;
            /** Format: int32 */
            timesMax?: null | number;
        };
        OfferArgsHappyHour: {
            /** @enum {string} */
            kind?: "happy_hour";
            price: components["schemas"]["Ratio"];
            hours: components["schemas"]["Hours"][];
            weekdays?: null | unknown[];
            goods: components["schemas"]["Goods"];
        };
        OfferArgsLimitedDiscount: {
            /** @enum {string} */
            kind?: "limited_discount";
            price: components["schemas"]["Ratio"];
            goods: components["schemas"]["Goods"];
        };
        OfferArgsMemberDay: {
            /** @enum {string} */
            kind?: "member_day";
            price: components["schemas"]["Ratio"];
            when: components["schemas"]["Schedule"];
            goods: components["schemas"]["Goods"];
        };
        OfferArgsMemberPrices: {
            /** @enum {string} */
            kind?: "member_prices";
            prices: components["schemas"]["ProductPrice"][];
        };
        OfferArgsNewCustomerPrices: {
            /** @enum {string} */
            kind?: "new_customer_prices";
            prices: components["schemas"]["ProductPrice"][];
            /**
             * Format: int32
             * @default 0
             */
            purchasesMax?: number;
        };
        OfferArgsNthPiece: {
            /** @enum {string} */
            kind?: "nth_piece";
            /** Format: int32 */
            n: number;
            price: components["schemas"]["Ratio"];
            /** @default false */
            sameProduct?: boolean;
            goods: components["schemas"]["Goods"];
        };
        OfferArgsOneItem: {
            /** @enum {string} */
            kind?: "one_item";
            goods: components["schemas"]["Goods"];
            price: components["schemas"]["Ratio"];
            /**
             * Format: int32
             * @default 1
             */
            pieces?: number;
        };
        OfferArgsOrderDiscount: {
            /** @enum {string} */
            kind?: "order_discount";
            goods: components["schemas"]["Goods"];
            /**
             * Format: int32
             * @description basis points
             */
            price?: null | number;
            /**
             * Format: int64
             * @description fen
             */
            off?: null | number;
            /**
             * Format: int64
             * @description fen
             */
            offMax?: null | number;
            threshold?: components["schemas"]["Money"];
        };
        OfferArgsPackage: {
            /** @enum {string} */
            kind?: "package";
            parts: components["schemas"]["ComboPart"][];
            price: components["schemas"]["Ratio"];
            /** Format: int32 */
            timesMax?: null | number;
        };
        OfferArgsPaymentDiscount: {
            /** @enum {string} */
            kind?: "payment_discount";
            methods: string[];
            goods: components["schemas"]["Goods"];
            /**
             * Format: int32
             * @description basis points
             */
            price?: null | number;
            /**
             * Format: int64
             * @description fen
             */
            off?: null | number;
            /**
             * Format: int64
             * @description fen
             */
            offMax?: null | number;
            threshold?: components["schemas"]["Money"];
        };
        OfferArgsPointsMultiplier: {
            /** @enum {string} */
            kind?: "points_multiplier";
            goods: components["schemas"]["Goods"];
            multiplier: components["schemas"]["Ratio"];
            threshold?: components["schemas"]["Money"];
        };
        OfferArgsSecondMemberPrices: {
            /** @enum {string} */
            kind?: "second_member_prices";
            prices: components["schemas"]["ProductPrice"][];
            tags: unknown[];
        };
        OfferArgsSpecialPrice: {
            /** @enum {string} */
            kind?: "special_price";
            prices: components["schemas"]["ProductPrice"][];
        };
        OfferArgsTierDiscounts: {
            /** @enum {string} */
            kind?: "tier_discounts";
            rates: components["schemas"]["TierRate"][];
            goods: components["schemas"]["Goods"];
        };
        OfferArgsTierPrices: {
            /** @enum {string} */
            kind?: "tier_prices";
            prices: components["schemas"]["TierPrice"][];
        };
        OfferArgsUnitOff: {
            /** @enum {string} */
            kind?: "unit_off";
            goods: components["schemas"]["Goods"];
            off: components["schemas"]["Money"];
        };
        OfferLimits: {
            /** Format: int32 */
            perMember?: null | number;
            /** Format: int32 */
            perMemberDay?: null | number;
            /** Format: int32 */
            perDay?: null | number;
            /** Format: int32 */
            total?: null | number;
            /**
             * Format: int64
             * @description fen
             */
            budget?: null | number;
            isNone?: boolean;
        };
        OnePayment: {
            tender: components["schemas"]["Tender"];
            /**
             * Format: int64
             * @description fen
             */
            tendered?: null | number;
            method?: null | string;
            reference?: null | string;
        };
        /** @enum {string} */
        Op: "at_least" | "at_most" | "above" | "below" | "between" | "is" | "is_not" | "any_of" | "all_of" | "none_of";
        OpenShiftRequest: {
            float: components["schemas"]["Money"];
            /** @default 1 */
            till?: string;
        };
        OrderCategoriesRequest: {
            ids: unknown[];
        };
        /** @enum {string} */
        OrderState: "draft" | "placed" | "paid" | "partly_refunded" | "refunded" | "void";
        /** @enum {string} */
        PackAgain: "once_per_tier" | "after_drop";
        PackForm: {
            /** Format: int64 */
            points: number;
            bonus: components["schemas"]["Money"];
            vouchers: components["schemas"]["PackVouchers"][];
        };
        PacksChecked: {
            worth: components["schemas"]["Money"];
            warning: null | string;
        };
        PacksForm: {
            name: string;
            parts: components["schemas"]["PacksPart"][];
            /**
             * Format: int64
             * @description fen
             */
            declared?: null | number;
            /** @default true */
            active?: boolean;
        };
        PacksGiveRequest: {
            memberId: components["schemas"]["IdOfMember"];
            reason: string;
        };
        PacksPart: {
            templateId: components["schemas"]["IdOfCouponTemplate"];
            /** Format: int32 */
            count: number;
        };
        PacksPartView: {
            templateId: components["schemas"]["IdOfCouponTemplate"];
            name: string;
            says: string;
            /** Format: int32 */
            count: number;
            worth: null | components["schemas"]["Money"];
        };
        PacksReply: {
            id: components["schemas"]["IdOfCouponPack"];
            name: string;
            declared: null | components["schemas"]["Money"];
            worth: components["schemas"]["Money"];
            parts: components["schemas"]["PacksPartView"][];
            warning: null | string;
            active: boolean;
            /** Format: int64 */
            version: number;
        };
        PackVouchers: {
            asset: components["schemas"]["IdOfAsset"];
            /** Format: int32 */
            count: number;
        };
        PageOfCouponTemplatesReply: {
            items: components["schemas"]["CouponTemplatesReply"][];
            next: null | string;
            /** Format: int64 */
            total: number;
        };
        PageOfGrantsItem: {
            items: components["schemas"]["GrantsItem"][];
            next: null | string;
            /** Format: int64 */
            total: number;
        };
        PageOfIssueCouponsReply: {
            items: components["schemas"]["IssueCouponsReply"][];
            next: null | string;
            /** Format: int64 */
            total: number;
        };
        PageOfJobReply: {
            items: components["schemas"]["JobReply"][];
            next: null | string;
            /** Format: int64 */
            total: number;
        };
        PageOfListApprovalsReply: {
            items: components["schemas"]["ListApprovalsReply"][];
            next: null | string;
            /** Format: int64 */
            total: number;
        };
        PageOfListAuditReply: {
            items: components["schemas"]["ListAuditReply"][];
            next: null | string;
            /** Format: int64 */
            total: number;
        };
        PageOfListCardsItem: {
            items: components["schemas"]["ListCardsItem"][];
            next: null | string;
            /** Format: int64 */
            total: number;
        };
        PageOfListMembersItem: {
            items: components["schemas"]["ListMembersItem"][];
            next: null | string;
            /** Format: int64 */
            total: number;
        };
        PageOfListMergesItem: {
            items: components["schemas"]["ListMergesItem"][];
            next: null | string;
            /** Format: int64 */
            total: number;
        };
        PageOfListOrdersItem: {
            items: components["schemas"]["ListOrdersItem"][];
            next: null | string;
            /** Format: int64 */
            total: number;
        };
        PageOfListShiftsItem: {
            items: components["schemas"]["ListShiftsItem"][];
            next: null | string;
            /** Format: int64 */
            total: number;
        };
        PageOfProductReply: {
            items: components["schemas"]["ProductReply"][];
            next: null | string;
            /** Format: int64 */
            total: number;
        };
        PageOfPromotionsReply: {
            items: components["schemas"]["PromotionsReply"][];
            next: null | string;
            /** Format: int64 */
            total: number;
        };
        PageOfShowStatementLine: {
            items: components["schemas"]["ShowStatementLine"][];
            next: null | string;
            /** Format: int64 */
            total: number;
        };
        PageOfStaffReply: {
            items: components["schemas"]["StaffReply"][];
            next: null | string;
            /** Format: int64 */
            total: number;
        };
        /** @enum {string} */
        PartialRefund: "recompute" | "pro_rata";
        PasswordPolicy: {
            /** Format: int32 */
            lengthMin?: number;
            /** Format: int32 */
            initialHours?: number;
        };
        /** @enum {string} */
        Permission: "anyone" | "signed_in" | "owner" | "till_sell" | "till_discount" | "till_price_override" | "till_refund" | "till_top_up" | "till_shift" | "till_drawer" | "members_view" | "members_phones" | "members_edit" | "members_register" | "members_merge" | "members_freeze" | "members_export" | "cards_manage" | "ledger_view" | "ledger_adjust" | "ledger_close_card" | "ledger_verify" | "tiers_view" | "tiers_edit" | "plans_edit" | "promotions_view" | "promotions_edit" | "promotions_approve" | "coupons_view" | "coupons_edit" | "coupons_issue" | "rewards_view" | "rewards_edit" | "rewards_review" | "rewards_play" | "goods_view" | "goods_edit" | "goods_import" | "goods_export" | "goods_cost" | "orders_view" | "orders_void" | "shifts_view" | "reports_view" | "stores_edit" | "staff_edit" | "roles_edit" | "settings_edit" | "audit_view" | "approvals_give";
        PinPolicy: {
            enabled?: boolean;
            /** Format: int32 */
            lengthMin?: number;
        };
        /**
         * Format: int64
         * @description points
         */
        Points: number;
        PointsClearingPreviewReply: {
            /** Format: int64 */
            members: number;
            points: components["schemas"]["Points"];
            largest: components["schemas"]["Points"];
            outstanding: components["schemas"]["Points"];
        };
        PointsClearingPreviewRequest: {
            earnedUntil: components["schemas"]["BusinessDay"];
        };
        PointsClearingReply: {
            id: components["schemas"]["IdOfClearing"];
            earnedUntil: components["schemas"]["BusinessDay"];
            onDay: components["schemas"]["BusinessDay"];
            notice: string;
            state: components["schemas"]["ClearingState"];
            /** Format: int64 */
            members: number;
            points: components["schemas"]["Points"];
            staff: string;
            at: components["schemas"]["Instant"];
        };
        PointsClearingRequest: {
            earnedUntil: components["schemas"]["BusinessDay"];
            onDay: components["schemas"]["BusinessDay"];
            notice: string;
        };
        PolicyReplyOfCheckInSettings: {
            value: null | components["schemas"]["CheckInSettings"];
            ownToStore: boolean;
            /** Format: int64 */
            version: number;
        };
        PolicyReplyOfCouponSettings: {
            value: null | components["schemas"]["CouponSettings"];
            ownToStore: boolean;
            /** Format: int64 */
            version: number;
        };
        PolicyReplyOfPasswordPolicy: {
            value: null | components["schemas"]["PasswordPolicy"];
            ownToStore: boolean;
            /** Format: int64 */
            version: number;
        };
        PolicyReplyOfPinPolicy: {
            value: null | components["schemas"]["PinPolicy"];
            ownToStore: boolean;
            /** Format: int64 */
            version: number;
        };
        PolicyReplyOfPricingSettings: {
            value: null | components["schemas"]["PricingSettings"];
            ownToStore: boolean;
            /** Format: int64 */
            version: number;
        };
        PolicyReplyOfRewardSettings: {
            value: null | components["schemas"]["RewardSettings"];
            ownToStore: boolean;
            /** Format: int64 */
            version: number;
        };
        PolicyReplyOfScaleSettings: {
            value: null | components["schemas"]["ScaleSettings"];
            ownToStore: boolean;
            /** Format: int64 */
            version: number;
        };
        PolicyReplyOfSessionPolicy: {
            value: null | components["schemas"]["SessionPolicy"];
            ownToStore: boolean;
            /** Format: int64 */
            version: number;
        };
        PolicyReplyOfTierSettings: {
            value: null | components["schemas"]["TierSettings"];
            ownToStore: boolean;
            /** Format: int64 */
            version: number;
        };
        PolicyReplyOfTillSettings: {
            value: null | components["schemas"]["TillSettings"];
            ownToStore: boolean;
            /** Format: int64 */
            version: number;
        };
        PreviewRefundReply: {
            amount: components["schemas"]["Money"];
            kept: components["schemas"]["Money"];
            pointsTaken: components["schemas"]["Points"];
            tenders: components["schemas"]["TenderReturn"][];
            lines: components["schemas"]["LineReturn"][];
            couponsBack: components["schemas"]["CouponBack"][];
        };
        /** @enum {string} */
        PriceKind: "price" | "member_price" | "lowest_price" | "cost";
        PricingSettings: {
            lineDiscounts?: components["schemas"]["LineDiscounts"];
            thresholds?: components["schemas"]["ThresholdBasis"];
            promotions?: components["schemas"]["PromotionChoice"];
            partialRefund?: components["schemas"]["PartialRefund"];
            costGuard?: boolean;
            /** Format: int32 */
            earnPerYuanBp?: number;
            earnMinTicket?: components["schemas"]["Money"];
            earnOnPoints?: boolean;
            earnOnBonus?: boolean;
            earnOnPrincipal?: boolean;
            /** Format: int64 */
            pointsPerYuan?: number;
            /** Format: int32 */
            pointsMaxShareBp?: number;
            /** Format: int64 */
            pointsStep?: number;
            /** Format: int32 */
            bonusMaxShareBp?: number;
            takeBack?: components["schemas"]["TakeBackPolicy"];
            /** Format: int32 */
            reviveGraceDays?: number;
            reviveGiven?: boolean;
        };
        PrintersForm: {
            name: string;
            host: string;
            /**
             * Format: int32
             * @default 9100
             */
            port?: number;
            /**
             * Format: int32
             * @default 58
             */
            width?: number;
            /** @default true */
            printsReceipts?: boolean;
            /** @default true */
            opensDrawer?: boolean;
            /** @default true */
            active?: boolean;
        };
        PrintersListReply: {
            items: components["schemas"]["PrintersView"][];
        };
        PrintersView: {
            id: components["schemas"]["IdOfPrinter"];
            name: string;
            host: string;
            /** Format: int32 */
            port: number;
            /** Format: int32 */
            width: number;
            printsReceipts: boolean;
            opensDrawer: boolean;
            active: boolean;
            /** Format: int64 */
            version: number;
        };
        PrintReceiptRequest: {
            printerId?: null | string;
            /** @default false */
            openDrawer?: boolean;
        };
        PrizeUse: {
            prize: components["schemas"]["IdOfPrize"];
            /** Format: int64 */
            given: number;
            /** Format: int64 */
            givenToday: number;
        };
        ProblemBody: {
            type: string;
            title: string;
            /** Format: int32 */
            status: number;
            code: string;
            args: null | Record<string, never>;
            errors: null | {
                [key: string]: string[];
            };
            commandHash: null | string;
            traceId: null | string;
        };
        ProductForm: {
            name: string;
            price: components["schemas"]["Money"];
            code?: null | string;
            categoryId?: null | string;
            barcodes?: null | string[];
            /** @default  */
            brand?: string;
            /** @default  */
            unit?: string;
            /** @default  */
            spec?: string;
            /** @default  */
            origin?: string;
            /** @default  */
            remark?: string;
            /**
             * Format: int64
             * @description fen
             */
            memberPrice?: null | number;
            /**
             * Format: int64
             * @description fen
             */
            cost?: null | number;
            /**
             * Format: int64
             * @description fen
             */
            lowestPrice?: null | number;
            /** @default false */
            byWeight?: boolean;
            /**
             * @default goods
             * @enum {string}
             */
            kind?: "goods" | "service" | "virtual";
            /** @default true */
            discountable?: boolean;
            /** @default true */
            earnsPoints?: boolean;
            /** @default true */
            bonusPayable?: boolean;
            /** @default false */
            favourite?: boolean;
            /** @default false */
            shareBarcodes?: boolean;
        };
        /** @enum {string} */
        ProductKind: "goods" | "service" | "virtual";
        ProductPrice: {
            product: components["schemas"]["IdOfProduct"];
            price: components["schemas"]["Money"];
        };
        ProductReply: {
            id: components["schemas"]["IdOfProduct"];
            code: null | string;
            name: string;
            categoryId: null | components["schemas"]["IdOfCategory"];
            category: null | string;
            brand: string;
            unit: string;
            spec: string;
            origin: string;
            remark: string;
            price: components["schemas"]["Money"];
            memberPrice: null | components["schemas"]["Money"];
            cost: null | components["schemas"]["Money"];
            lowestPrice: null | components["schemas"]["Money"];
            byWeight: boolean;
            kind: components["schemas"]["ProductKind"];
            discountable: boolean;
            earnsPoints: boolean;
            bonusPayable: boolean;
            favourite: boolean;
            active: boolean;
            initialStock: null | components["schemas"]["Quantity"];
            barcodes: string[];
            /** Format: int64 */
            version: number;
            createdAt: components["schemas"]["Instant"];
            changedAt: components["schemas"]["Instant"];
        };
        PromotionCalendarBar: {
            id: components["schemas"]["IdOfPromotion"];
            /** Format: int64 */
            no: number;
            name: string;
            kind: string;
            says: string;
            group: string;
            from: components["schemas"]["Instant"];
            to: null | components["schemas"]["Instant"];
            approved: boolean;
        };
        PromotionCalendarOverlap: {
            a: components["schemas"]["IdOfPromotion"];
            b: components["schemas"]["IdOfPromotion"];
            from: components["schemas"]["Instant"];
            to: null | components["schemas"]["Instant"];
            excludes: boolean;
            /** Format: int32 */
            payBp: null | number;
            says: string;
        };
        PromotionCalendarQuery: {
            from: components["schemas"]["BusinessDay"];
            to: components["schemas"]["BusinessDay"];
        };
        PromotionCalendarReply: {
            bars: components["schemas"]["PromotionCalendarBar"][];
            overlaps: components["schemas"]["PromotionCalendarOverlap"][];
        };
        /** @enum {string} */
        PromotionChoice: "best" | "by_priority" | "first_only";
        PromotionForm: {
            name: string;
            args: components["schemas"]["OfferArgs"];
            validFrom: components["schemas"]["Instant"];
            /** Format: date-time */
            validTo?: null | string;
            where?: null | components["schemas"]["Clause"];
            /** @default  */
            group?: string;
            /**
             * Format: int32
             * @default 100
             */
            priority?: number;
            /** @default false */
            withTierDiscount?: boolean;
            /** @default true */
            withCoupons?: boolean;
            /** @default true */
            withPoints?: boolean;
            limits?: null | components["schemas"]["OfferLimits"];
            /** @default  */
            note?: string;
        };
        PromotionResultsReply: {
            /** Format: int64 */
            tickets: number;
            /** Format: int64 */
            members: number;
            /** Format: int64 */
            returned: number;
            sales: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            days: components["schemas"]["CouponResultsDay"][];
        };
        PromotionsApproveRequest: {
            /** @default false */
            ownerConfirms?: boolean;
        };
        PromotionsAtQuery: {
            at: components["schemas"]["Instant"];
        };
        PromotionsCopyRequest: {
            name: string;
            validFrom: components["schemas"]["Instant"];
            /** Format: date-time */
            validTo?: null | string;
        };
        PromotionsCounted: {
            id: components["schemas"]["IdOfPromotion"];
            name: string;
            /** Format: int64 */
            no: number;
            says: string;
            from: components["schemas"]["Instant"];
            to: null | components["schemas"]["Instant"];
        };
        /** @enum {string} */
        PromotionsPhase: "not_approved" | "scheduled" | "running" | "ended";
        PromotionsReply: {
            id: components["schemas"]["IdOfPromotion"];
            name: string;
            kind: string;
            kindTitle: string;
            state: components["schemas"]["PromotionState"];
            phase: components["schemas"]["PromotionsPhase"];
            says: string;
            condition: string;
            form: components["schemas"]["PromotionForm"];
            /** Format: int64 */
            no: number;
            /** Format: int64 */
            runningNo: null | number;
            needsOwner: boolean;
            /** Format: int64 */
            tickets: number;
            discount: components["schemas"]["Money"];
            createdAt: components["schemas"]["Instant"];
            /** Format: int64 */
            version: number;
        };
        PromotionsRun: {
            from: components["schemas"]["Instant"];
            to: null | components["schemas"]["Instant"];
        };
        PromotionsStopRequest: {
            reason: string;
        };
        /** @enum {string} */
        PromotionState: "draft" | "waiting" | "active" | "stopped";
        PromotionsVersionReply: {
            /** Format: int64 */
            no: number;
            name: string;
            says: string;
            form: components["schemas"]["PromotionForm"];
            who: string;
            at: components["schemas"]["Instant"];
            runs: components["schemas"]["PromotionsRun"][];
        };
        PunchCardsReply: {
            id: components["schemas"]["IdOfPunchCard"];
            name: string;
            reward: string;
            rewardId: components["schemas"]["IdOfAsset"];
            /** Format: int32 */
            every: number;
            /** Format: int32 */
            rewardCount: number;
            validity: string;
            stampBy: components["schemas"]["StampBy"];
            covers: null | components["schemas"]["Covers"];
            minTicket: components["schemas"]["Money"];
            rewardCovers: null | components["schemas"]["Covers"];
            active: boolean;
            /** Format: int64 */
            version: number;
        };
        PunchCardsRequest: {
            name: string;
            reward: string;
            /** Format: int32 */
            every: number;
            /** Format: int32 */
            rewardCount: number;
            validity: string;
            stampBy: components["schemas"]["StampBy"];
            covers: null | components["schemas"]["Covers"];
            minTicket: components["schemas"]["Money"];
            rewardCovers?: null | components["schemas"]["Covers"];
            /** @default true */
            active?: boolean;
        };
        /**
         * Format: int64
         * @description thousandths
         */
        Quantity: number;
        QuoteView: {
            lines: components["schemas"]["QuoteViewLineView"][];
            original: components["schemas"]["Money"];
            saved: components["schemas"]["Money"];
            payable: components["schemas"]["Money"];
            pointsUsed: components["schemas"]["Points"];
            pointsMoney: components["schemas"]["Money"];
            due: components["schemas"]["Money"];
            pointsOffer: null | components["schemas"]["QuoteViewPointsView"];
            earn: null | components["schemas"]["QuoteViewEarnView"];
            notApplied: components["schemas"]["QuoteViewMissedView"][];
            fingerprint: string;
            needsApproval: null | string;
            applied: components["schemas"]["AppliedView"][];
            flags: components["schemas"]["FlagView"][];
            freeShipping: boolean;
            choices: components["schemas"]["QuoteViewChoiceView"][];
            coupons: components["schemas"]["QuoteViewCouponView"][];
            isBounded: boolean;
        };
        QuoteViewChoiceView: {
            offer: string;
            sourceId: string;
            isCoupon: boolean;
            title: string;
            rule: string;
            /** Format: int64 */
            piecesLeft: number;
            goods: components["schemas"]["ChoiceViewGoodsView"][];
        };
        QuoteViewCouponView: {
            couponId: components["schemas"]["IdOfCoupon"];
            templateId: components["schemas"]["IdOfCouponTemplate"];
            name: string;
            kind: components["schemas"]["CouponKind"];
            says: string;
            validTo: components["schemas"]["Instant"];
            lastDay: components["schemas"]["BusinessDay"];
            pick: components["schemas"]["CouponPick"];
            used: boolean;
            gives: components["schemas"]["Money"];
            why: null | string;
        };
        QuoteViewDiscountView: {
            offer: string;
            sourceId: string;
            amount: components["schemas"]["Money"];
            title: string;
            explanation: string;
        };
        QuoteViewEarnView: {
            points: components["schemas"]["Points"];
            why: string;
        };
        QuoteViewLineView: {
            /** Format: int32 */
            lineNo: number;
            productId: null | components["schemas"]["IdOfProduct"];
            name: string;
            unit: string;
            quantity: components["schemas"]["Quantity"];
            unitPrice: components["schemas"]["Money"];
            original: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            net: components["schemas"]["Money"];
            discounts: components["schemas"]["QuoteViewDiscountView"][];
        };
        QuoteViewMissedView: {
            offer: string;
            sourceId: string;
            isCoupon: boolean;
            /** Format: int32 */
            lineNo: null | number;
            title: string;
            code: string;
            why: string;
            gap: null | components["schemas"]["Money"];
            /** Format: int64 */
            pieces: null | number;
        };
        QuoteViewPointsView: {
            max: components["schemas"]["Points"];
            maxMoney: components["schemas"]["Money"];
            used: components["schemas"]["Points"];
            usedMoney: components["schemas"]["Money"];
            why: string;
        };
        RanksNewOrder: {
            ids: unknown[];
        };
        RanksReply: {
            id: components["schemas"]["IdOfTier"];
            isBase: boolean;
            name: string;
            colour: string;
            description: string;
            /** Format: int32 */
            priceBp: number;
            /** Format: int32 */
            multiplierBp: number;
            upgrade: components["schemas"]["RuleForm"];
            validity: components["schemas"]["ValidityForm"];
            pack: components["schemas"]["PackForm"];
            benefits: components["schemas"]["BenefitForm"][];
            active: boolean;
            /** Format: int64 */
            members: number;
            /** Format: int64 */
            version: number;
        };
        RanksRequest: {
            name: string;
            colour: string;
            description: string;
            /** Format: int32 */
            priceBp: number;
            /** Format: int32 */
            multiplierBp: number;
            upgrade: components["schemas"]["RuleForm"];
            validity: components["schemas"]["ValidityForm"];
            pack: components["schemas"]["PackForm"];
            benefits: components["schemas"]["BenefitForm"][];
            /** @default true */
            active?: boolean;
        };
        /**
         * Format: int32
         * @description basis points
         */
        Ratio: number;
        RecordConsentRequest: {
            purpose: components["schemas"]["ConsentPurpose"];
            granted: boolean;
            textVersion: string;
        };
        RedeemCodeReply: {
            coupon: components["schemas"]["CouponView"];
        };
        RedeemCodeRequest: {
            code: string;
            memberId?: null | string;
        };
        RedeemPointsItem: {
            id: components["schemas"]["IdOfRedeemed"];
            name: string;
            kind: components["schemas"]["RedemptionKind"];
            /** Format: int32 */
            count: number;
            /** Format: int64 */
            points: number;
            day: components["schemas"]["BusinessDay"];
            undone: boolean;
        };
        RedeemPointsReply: {
            id: components["schemas"]["IdOfRedeemed"];
            name: string;
            kind: components["schemas"]["RedemptionKind"];
            /** Format: int32 */
            count: number;
            /** Format: int64 */
            spent: number;
            /** Format: int64 */
            left: number;
        };
        RedeemPointsRequest: {
            memberId: components["schemas"]["IdOfMember"];
            /**
             * Format: int32
             * @default 1
             */
            count?: number;
        };
        RedeemPointsUndoRequest: {
            reason: string;
        };
        /** @enum {string} */
        RedemptionKind: "gift" | "voucher" | "coupon" | "bonus";
        RedemptionsReply: {
            id: components["schemas"]["IdOfRedemption"];
            name: string;
            kind: components["schemas"]["RedemptionKind"];
            /** Format: int64 */
            price: number;
            target: string;
            /** Format: int64 */
            amount: number;
            /** Format: int64 */
            stock: null | number;
            /** Format: int32 */
            perMember: number;
            validTo: null | components["schemas"]["BusinessDay"];
            assetId: components["schemas"]["IdOfAsset"];
            points: string;
            gives: string;
            active: boolean;
            /** Format: int64 */
            times: number;
            /** Format: int64 */
            version: number;
        };
        RedemptionsRequest: {
            name: string;
            kind: components["schemas"]["RedemptionKind"];
            /** Format: int64 */
            price: number;
            /** @default  */
            target?: string;
            /**
             * Format: int64
             * @default 1
             */
            amount?: number;
            /** Format: int64 */
            stock?: null | number;
            /**
             * Format: int32
             * @default 0
             */
            perMember?: number;
            /** Format: date */
            validTo?: null | string;
            assetId?: null | string;
            /** @default true */
            active?: boolean;
        };
        ReductionStep: {
            /** Format: int64 */
            atLeast: number;
            off: components["schemas"]["Money"];
        };
        ReferMemberBoth: {
            inviter: null | components["schemas"]["ReferMemberFriend"];
            friends: components["schemas"]["ReferMemberFriend"][];
        };
        ReferMemberFriend: {
            memberId: components["schemas"]["IdOfMember"];
            name: string;
            day: components["schemas"]["BusinessDay"];
            bought: boolean;
            suspect: null | string;
        };
        ReferMemberReply: {
            id: components["schemas"]["IdOfReferral"];
            suspect: null | string;
        };
        ReferMemberRequest: {
            inviterId: components["schemas"]["IdOfMember"];
            device?: null | string;
        };
        /** @enum {string} */
        RefundBasis: "paid_share" | "list_price";
        RefundOrderLineWish: {
            /** Format: int32 */
            lineNo: number;
            quantity: components["schemas"]["Quantity"];
        };
        RefundOrderReply: {
            refundId: components["schemas"]["IdOfRefund"];
            number: string;
            state: components["schemas"]["OrderState"];
            amount: components["schemas"]["Money"];
            kept: components["schemas"]["Money"];
            pointsTaken: components["schemas"]["Points"];
            tenders: components["schemas"]["TenderReturn"][];
            lines: components["schemas"]["LineReturn"][];
            points: null | components["schemas"]["Points"];
            storedValue: null | components["schemas"]["Money"];
            couponsBack: components["schemas"]["CouponBack"][];
        };
        RefundOrderRequest: {
            shiftId: components["schemas"]["IdOfShift"];
            lines?: null | components["schemas"]["RefundOrderLineWish"][];
            /** @default false */
            isVoid?: boolean;
            /** @default  */
            reason?: string;
        };
        RefundTopUpReply: {
            topUpId: components["schemas"]["IdOfTopUp"];
            amount: components["schemas"]["Money"];
            tender: components["schemas"]["Tender"];
            method: null | string;
            storedValue: components["schemas"]["Money"];
        };
        RefundTopUpRequest: {
            shiftId: components["schemas"]["IdOfShift"];
            reason: string;
        };
        RegisterMemberAgreement: {
            purpose: components["schemas"]["ConsentPurpose"];
            textVersion: string;
        };
        RegisterMemberReply: {
            id: components["schemas"]["IdOfMember"];
            /** Format: int64 */
            number: number;
            name: string;
            phone: string;
            /** Format: int64 */
            version: number;
        };
        RegisterMemberRequest: {
            phone: string;
            /** @default  */
            name?: string;
            /**
             * @default unknown
             * @enum {string}
             */
            gender?: "unknown" | "female" | "male";
            birthday?: null | components["schemas"]["BirthdayText"];
            /** @default  */
            cardNumber?: string;
            fields?: null | components["schemas"]["FieldValue"][];
            consents?: null | components["schemas"]["RegisterMemberAgreement"][];
        };
        ReplaceCardReply: {
            oldId: components["schemas"]["IdOfCard"];
            newId: components["schemas"]["IdOfCard"];
            newNumber: string;
        };
        ReplaceCardRequest: {
            newNumber: string;
            /** @default  */
            reason?: string;
        };
        RequestPayment: {
            tender: components["schemas"]["Tender"];
            /**
             * Format: int64
             * @description fen
             */
            amount?: null | number;
            method?: null | string;
            reference?: null | string;
        };
        ResetSecretReply: {
            secret: string;
            until: components["schemas"]["Instant"];
        };
        ResumeHoldReply: {
            title: string;
            cart: components["schemas"]["CartRequest"];
        };
        RevealPhoneReply: {
            phone: string;
        };
        RevealPhoneRequest: {
            reason: string;
        };
        ReviewTiersRequest: {
            /** @default true */
            preview?: boolean;
            /** Format: date */
            day?: null | string;
        };
        ReviewTiersStarted: {
            jobId: components["schemas"]["IdOfJob"];
        };
        RewardSettings: {
            /** Format: int32 */
            grantsPerDayMax?: number;
            /** Format: int32 */
            refundsPerMonthMax?: number;
            /** Format: int32 */
            membersPerDeviceMax?: number;
            costMax?: components["schemas"]["Money"];
            /** Format: int32 */
            friendsPerDaySuspect?: number;
            /** Format: int32 */
            friendsPerDayMax?: number;
            /** Format: int32 */
            friendsPerDeviceMax?: number;
            /** Format: int32 */
            friendDaysMax?: number;
            leapDay?: components["schemas"]["LeapDay"];
        };
        RoleForm: {
            name: string;
            permissions: unknown[];
            limits: {
                [key: string]: number;
            };
            /** @default false */
            allStores?: boolean;
        };
        RoleReply: {
            id: components["schemas"]["IdOfRole"];
            code: null | string;
            role: components["schemas"]["RoleForm"];
            sentences: string[];
            /** Format: int64 */
            people: number;
            editable: boolean;
            /** Format: int64 */
            version: number;
        };
        /** @enum {string} */
        RoundOffRule: "none" | "to_jiao" | "to_yuan" | "down_to_jiao" | "down_to_yuan";
        RuleBody: {
            form: string;
            name: string;
            trigger: components["schemas"]["Trigger"];
            effects: components["schemas"]["Effect"][];
            caps: components["schemas"]["Cap"][];
            validity: components["schemas"]["Validity"];
            condition: components["schemas"]["Clause"];
            /**
             * Format: int32
             * @default 0
             */
            priority?: number;
            /** @default  */
            group?: string;
            /**
             * Format: int32
             * @default 0
             */
            holdDays?: number;
            /** @default false */
            review?: boolean;
        };
        RuleForm: {
            match: components["schemas"]["Match"];
            when: components["schemas"]["UpgradeWhen"];
            conditions: components["schemas"]["ConditionForm"][];
            /** @default false */
            needsApproval?: boolean;
            keep?: null | components["schemas"]["KeepForm"];
        };
        /** @enum {string} */
        RuleState: "test" | "running" | "stopped";
        /** @enum {string} */
        SameBy: "barcode" | "code" | "name";
        /** @enum {string} */
        SameChoice: "keep_all" | "first_keeps" | "update_existing" | "skip";
        /** @enum {string} */
        ScaleContent: "weight" | "amount";
        /** @enum {string} */
        ScaleOrder: "amount_then_weight" | "weight_then_amount";
        ScaleSettings: {
            enabled?: boolean;
            prefix?: string;
            content13?: components["schemas"]["ScaleContent"];
            order18?: components["schemas"]["ScaleOrder"];
            checkDigit?: boolean;
        };
        ScanBarcodeReply: {
            items: components["schemas"]["FindGoodsItem"][];
            scale?: null | components["schemas"]["ScanBarcodeScaleView"];
        };
        ScanBarcodeScaleView: {
            code: string;
            quantity: null | components["schemas"]["Quantity"];
            amount: null | components["schemas"]["Money"];
        };
        Schedule: {
            from?: null | components["schemas"]["BusinessDay"];
            until?: null | components["schemas"]["BusinessDay"];
            weekdays?: null | unknown[];
            daysOfMonth?: null | number[];
            nthWeekdays?: null | components["schemas"]["NthWeekday"][];
            yearDays?: null | components["schemas"]["YearDay"][];
            lunarDays?: null | components["schemas"]["LunarDay"][];
            hours?: null | components["schemas"]["Hours"][];
            except?: null | components["schemas"]["Dates"][];
        };
        /** @enum {string} */
        SchedulePricesChangeKind: "price" | "member_price" | "lowest_price";
        SchedulePricesLine: {
            productId: components["schemas"]["IdOfProduct"];
            kind: components["schemas"]["SchedulePricesChangeKind"];
            price: null | components["schemas"]["Money"];
        };
        SchedulePricesLineView: {
            productId: components["schemas"]["IdOfProduct"];
            name: string;
            kind: components["schemas"]["SchedulePricesChangeKind"];
            price: null | components["schemas"]["Money"];
            outcome: null | components["schemas"]["LineOutcome"];
        };
        SchedulePricesReply: {
            id: components["schemas"]["IdOfPriceSchedule"];
            title: string;
            effectiveAt: components["schemas"]["Instant"];
            state: components["schemas"]["SchedulePricesState"];
            who: string;
            createdAt: components["schemas"]["Instant"];
            lines: components["schemas"]["SchedulePricesLineView"][];
        };
        SchedulePricesRequest: {
            title: string;
            effectiveAt: components["schemas"]["Instant"];
            lines: components["schemas"]["SchedulePricesLine"][];
        };
        /** @enum {string} */
        SchedulePricesState: "waiting" | "done" | "cancelled";
        SellCartMovedView: {
            name: string;
            colour: string;
            sentence: string;
        };
        SellCartReply: {
            orderId: components["schemas"]["IdOfOrder"];
            number: string;
            payable: components["schemas"]["Money"];
            due: components["schemas"]["Money"];
            change: components["schemas"]["Money"];
            pointsUsed: components["schemas"]["Points"];
            earned: components["schemas"]["Points"];
            points: null | components["schemas"]["Points"];
            storedValue: null | components["schemas"]["Money"];
            tierMoved: null | components["schemas"]["SellCartMovedView"];
            gifts: string[];
        };
        SellCartRequest: {
            shiftId: components["schemas"]["IdOfShift"];
            cart: components["schemas"]["CartRequest"];
            payments: components["schemas"]["RequestPayment"][];
            /**
             * Format: int64
             * @description fen
             */
            expectedDue?: null | number;
            /** @default  */
            note?: string;
        };
        SellMembershipRefundReply: {
            id: components["schemas"]["IdOfMembership"];
            paid: components["schemas"]["Money"];
            refund: components["schemas"]["Money"];
            /** Format: int32 */
            daysUsed: number;
            /** Format: int32 */
            daysLeft: number;
            /** Format: int32 */
            days: number;
            inFull: boolean;
            tender: components["schemas"]["Tender"];
            method: null | string;
        };
        SellMembershipRefundRequest: {
            shiftId: components["schemas"]["IdOfShift"];
            reason: string;
        };
        SellMembershipRenewal: {
            autoRenew: boolean;
        };
        SellMembershipReply: {
            id: components["schemas"]["IdOfMembership"];
            number: string;
            plan: string;
            first: components["schemas"]["BusinessDay"];
            last: components["schemas"]["BusinessDay"];
            paid: components["schemas"]["Money"];
            change: components["schemas"]["Money"];
        };
        SellMembershipRequest: {
            shiftId: components["schemas"]["IdOfShift"];
            memberId: components["schemas"]["IdOfMember"];
            planId: components["schemas"]["IdOfMembershipPlan"];
            payment?: null | components["schemas"]["OnePayment"];
            /** @default false */
            autoRenew?: boolean;
        };
        SellTimesCardGiveBack: {
            shiftId: components["schemas"]["IdOfShift"];
            basis: components["schemas"]["RefundBasis"];
            reason: string;
        };
        SellTimesCardRefundReply: {
            id: components["schemas"]["IdOfTimesSale"];
            paid: components["schemas"]["Money"];
            /** Format: int64 */
            uses: number;
            /** Format: int64 */
            used: number;
            usedValue: components["schemas"]["Money"];
            refund: components["schemas"]["Money"];
            basis: components["schemas"]["RefundBasis"];
            tender: components["schemas"]["Tender"];
            method: null | string;
        };
        SellTimesCardRefundRequest: {
            basis: components["schemas"]["RefundBasis"];
        };
        SellTimesCardReply: {
            id: components["schemas"]["IdOfTimesSale"];
            number: string;
            card: string;
            /** Format: int32 */
            uses: number;
            until: null | components["schemas"]["BusinessDay"];
            paid: components["schemas"]["Money"];
            change: components["schemas"]["Money"];
        };
        SellTimesCardRequest: {
            shiftId: components["schemas"]["IdOfShift"];
            memberId: components["schemas"]["IdOfMember"];
            cardId: components["schemas"]["IdOfTimesCard"];
            payment: components["schemas"]["OnePayment"];
        };
        SellTimesCardUseReply: {
            card: string;
            /** Format: int32 */
            used: number;
            /** Format: int64 */
            remaining: number;
        };
        SellTimesCardUseRequest: {
            ownerId: components["schemas"]["IdOfMember"];
            memberId: components["schemas"]["IdOfMember"];
            assetId: components["schemas"]["IdOfAsset"];
            /** Format: int32 */
            count: number;
            /** @default  */
            note?: string;
        };
        SellTopUpReply: {
            topUpId: components["schemas"]["IdOfTopUp"];
            number: string;
            pay: components["schemas"]["Money"];
            bonus: components["schemas"]["Money"];
            points: components["schemas"]["Points"];
            change: components["schemas"]["Money"];
            storedValue: components["schemas"]["Money"];
            tierMoved: null | components["schemas"]["SellCartMovedView"];
        };
        SellTopUpRequest: {
            shiftId: components["schemas"]["IdOfShift"];
            memberId: components["schemas"]["IdOfMember"];
            tender: components["schemas"]["Tender"];
            planId?: null | string;
            /**
             * Format: int64
             * @description fen
             */
            pay?: null | number;
            /**
             * Format: int64
             * @description fen
             */
            tendered?: null | number;
            method?: null | string;
            reference?: null | string;
        };
        SessionPolicy: {
            /** Format: int32 */
            idleMinutes?: number;
            /** Format: int32 */
            hoursMax?: number;
        };
        SetMemberTierRequest: {
            tierId: components["schemas"]["IdOfTier"];
            reason: string;
            /** Format: date */
            until?: null | string;
        };
        SetPinRequest: {
            password: string;
            pin: string;
        };
        SetUpShopReply: {
            merchantId: components["schemas"]["IdOfMerchant"];
            storeId: components["schemas"]["IdOfStore"];
            ownerId: components["schemas"]["IdOfStaff"];
        };
        SetUpShopRequest: {
            ownerName: string;
            ownerPhone: string;
            password: string;
            shopName: string;
            template: string;
            /**
             * @default zh
             * @enum {string}
             */
            language?: "zh" | "en";
            /** @default Asia/Shanghai */
            timeZone?: string;
            /** @default  */
            code?: string;
        };
        ShareTimesCard: {
            ownerId: components["schemas"]["IdOfMember"];
            owner: string;
            assetId: components["schemas"]["IdOfAsset"];
            name: string;
            /** Format: int64 */
            remaining: number;
            until: null | components["schemas"]["BusinessDay"];
            saleId: null | components["schemas"]["IdOfTimesSale"];
            number: null | string;
        };
        ShareTimesPerson: {
            id: components["schemas"]["IdOfMember"];
            name: string;
        };
        ShareTimesReply: {
            cards: components["schemas"]["ShareTimesCard"][];
            sharedWith: components["schemas"]["ShareTimesPerson"][];
        };
        ShareTimesRequest: {
            withId: components["schemas"]["IdOfMember"];
            shares: boolean;
        };
        ShiftFigures: {
            float: components["schemas"]["Money"];
            cashIn?: components["schemas"]["Money"];
            cashOut?: components["schemas"]["Money"];
            sales?: components["schemas"]["TenderSum"][];
            refunds?: components["schemas"]["TenderSum"][];
            topUps?: components["schemas"]["TenderSum"][];
            topUpRefunds?: components["schemas"]["TenderSum"][];
            bonus?: components["schemas"]["Money"];
            discounts?: components["schemas"]["Money"];
            pointsEarned?: components["schemas"]["Points"];
            pointsUsed?: components["schemas"]["Points"];
            /** Format: int32 */
            orders?: number;
        };
        ShiftReport: {
            figures: components["schemas"]["ShiftFigures"];
            methods: components["schemas"]["MethodReport"][];
            sales: components["schemas"]["Money"];
            refunds: components["schemas"]["Money"];
            topUps: components["schemas"]["Money"];
            expectedCash: components["schemas"]["Money"];
            counted: null | components["schemas"]["Money"];
            difference: null | components["schemas"]["Money"];
        };
        /** @enum {string} */
        ShiftState: "open" | "closed";
        ShiftView: {
            id: components["schemas"]["IdOfShift"];
            storeId: components["schemas"]["IdOfStore"];
            till: string;
            /** Format: int64 */
            number: number;
            state: components["schemas"]["ShiftState"];
            openedBy: string;
            openedAt: components["schemas"]["Instant"];
            closedBy: null | string;
            closedAt: null | components["schemas"]["Instant"];
            note: string;
            report: components["schemas"]["ShiftReport"];
            /** Format: int64 */
            version: number;
        };
        ShopNameReply: {
            name: string;
            template: string;
            openedAt: components["schemas"]["Instant"];
            /** Format: int64 */
            version: number;
        };
        ShopNameRequest: {
            name: string;
        };
        ShowBenefitUseBenefit: {
            id: components["schemas"]["IdOfBenefit"];
            kind: components["schemas"]["BenefitKind"];
            title: string;
            period: components["schemas"]["BenefitPeriod"];
            /** Format: int32 */
            limit: number;
            /** Format: int64 */
            uses: number;
            /** Format: int64 */
            members: number;
            /** Format: int32 */
            reachBp: number;
            lastDay: null | components["schemas"]["BusinessDay"];
        };
        ShowBenefitUsePlan: {
            id: components["schemas"]["IdOfMembershipPlan"];
            name: string;
            /** Format: int64 */
            members: number;
            paid: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            /** Format: int64 */
            tickets: number;
        };
        ShowBenefitUseReply: {
            from: components["schemas"]["BusinessDay"];
            to: components["schemas"]["BusinessDay"];
            tiers: components["schemas"]["ShowBenefitUseTier"][];
            plans: components["schemas"]["ShowBenefitUsePlan"][];
        };
        ShowBenefitUseTier: {
            id: components["schemas"]["IdOfTier"];
            name: string;
            colour: string;
            /** Format: int64 */
            members: number;
            price: components["schemas"]["Ratio"];
            discount: components["schemas"]["Money"];
            /** Format: int64 */
            tickets: number;
            benefits: components["schemas"]["ShowBenefitUseBenefit"][];
        };
        ShowConditionFieldsReply: {
            kinds: string[];
            fields: components["schemas"]["ConditionField"][];
        };
        ShowDecisionsExistingLine: {
            id: components["schemas"]["IdOfProduct"];
            name: string;
            price: components["schemas"]["Money"];
            active: boolean;
        };
        ShowDecisionsGroup: {
            by: components["schemas"]["SameBy"];
            key: string;
            rows: components["schemas"]["ShowDecisionsRowLine"][];
            existing: components["schemas"]["ShowDecisionsExistingLine"][];
            choices: unknown[];
            proposal: components["schemas"]["SameChoice"];
            decision: null | components["schemas"]["SameChoice"];
        };
        ShowDecisionsNote: {
            /** Format: int32 */
            number: number;
            sentence: string;
        };
        ShowDecisionsReply: {
            /** Format: int64 */
            rows: number;
            /** Format: int64 */
            ready: number;
            /** Format: int64 */
            faulty: number;
            /** Format: int64 */
            inGroups: number;
            /** Format: int64 */
            groupsTotal: number;
            /** Format: int64 */
            undecided: number;
            groups: components["schemas"]["ShowDecisionsGroup"][];
            faults: components["schemas"]["ShowDecisionsNote"][];
            warnings: components["schemas"]["ShowDecisionsNote"][];
            /** Format: int64 */
            warningsTotal: number;
        };
        ShowDecisionsRowLine: {
            /** Format: int32 */
            number: number;
            name: string;
            price: components["schemas"]["Money"];
            barcodes: string;
        };
        ShowHealthReply: {
            ok: boolean;
            database: string;
            schema: string;
            /** Format: int64 */
            outboxWaiting: number;
            /** Format: int64 */
            outboxLagSeconds: number;
            /** Format: int64 */
            jobsWaiting: number;
            /** Format: int64 */
            jobsRunning: number;
            backup: null | components["schemas"]["BackupState"];
        };
        ShowHomeDayFigures: {
            day: components["schemas"]["BusinessDay"];
            turnover: components["schemas"]["Money"];
            refunds: components["schemas"]["Money"];
            /** Format: int64 */
            tickets: number;
            averageTicket: components["schemas"]["Money"];
            /** Format: int64 */
            membersNew: number;
            /** Format: int64 */
            membersActive: number;
            toppedUp: components["schemas"]["Money"];
            storedValueSpent: components["schemas"]["Money"];
            pointsEarned: components["schemas"]["Points"];
            pointsUsed: components["schemas"]["Points"];
        };
        ShowHomeDayOfSeries: {
            day: components["schemas"]["BusinessDay"];
            turnover: components["schemas"]["Money"];
            /** Format: int64 */
            tickets: number;
        };
        ShowHomeFirstSteps: {
            goods: boolean;
            member: boolean;
            sale: boolean;
        };
        ShowHomeHourOfDay: {
            /** Format: int32 */
            hour: number;
            turnover: components["schemas"]["Money"];
            /** Format: int64 */
            tickets: number;
        };
        ShowHomeLedgerCheck: {
            endedAt: components["schemas"]["Instant"];
            /** Format: int64 */
            entries: number;
            wrong: null | string;
        };
        ShowHomeOpenShift: {
            id: components["schemas"]["IdOfShift"];
            till: string;
            /** Format: int64 */
            number: number;
            openedBy: string;
            openedAt: components["schemas"]["Instant"];
        };
        ShowHomeReply: {
            storeId: components["schemas"]["IdOfStore"];
            at: components["schemas"]["Instant"];
            today: components["schemas"]["ShowHomeDayFigures"];
            yesterday: components["schemas"]["ShowHomeDayFigures"];
            lastWeek: components["schemas"]["ShowHomeDayFigures"];
            float: components["schemas"]["Money"];
            check: null | components["schemas"]["ShowHomeLedgerCheck"];
            openShifts: components["schemas"]["ShowHomeOpenShift"][];
            /** Format: int64 */
            goodsWithoutPrice: number;
            steps: components["schemas"]["ShowHomeFirstSteps"];
            hours: components["schemas"]["ShowHomeHourOfDay"][];
            days: components["schemas"]["ShowHomeDayOfSeries"][];
            goods: components["schemas"]["ShowHomeTopGoods"][];
            recent: components["schemas"]["ShowHomeTicket"][];
        };
        ShowHomeTicket: {
            id: components["schemas"]["IdOfOrder"];
            number: string;
            at: components["schemas"]["Instant"];
            member: null | string;
            staff: string;
            payable: components["schemas"]["Money"];
            state: components["schemas"]["OrderState"];
        };
        ShowHomeTopGoods: {
            name: string;
            unit: string;
            quantity: components["schemas"]["Quantity"];
            turnover: components["schemas"]["Money"];
        };
        ShowMemberCard: {
            id: components["schemas"]["IdOfCard"];
            number: string;
            kind: components["schemas"]["CardKind"];
            state: components["schemas"]["CardState"];
            boundAt: null | components["schemas"]["Instant"];
            /** Format: int64 */
            version: number;
        };
        ShowMemberConsent: {
            purpose: components["schemas"]["ConsentPurpose"];
            granted: boolean;
            textVersion: string;
            channel: components["schemas"]["ConsentChannel"];
            at: components["schemas"]["Instant"];
        };
        ShowMemberField: {
            id: components["schemas"]["IdOfField"];
            name: string;
            kind: components["schemas"]["FieldKind"];
            choices: string[];
            requiredAtTill: boolean;
            value: string;
        };
        ShowMemberMoment: {
            at: components["schemas"]["Instant"];
            action: string;
            who: string;
            reason: null | string;
            details: null | components["schemas"]["JsonElement"];
        };
        ShowMemberNamed: {
            id: string;
            name: string;
        };
        ShowMemberReply: {
            id: components["schemas"]["IdOfMember"];
            /** Format: int64 */
            number: number;
            name: string;
            displayName: string;
            phone: null | string;
            gender: components["schemas"]["Gender"];
            birthday: null | components["schemas"]["BirthdayText"];
            birthdayWords: null | string;
            /** Format: date */
            nextBirthday: null | string;
            email: null | string;
            address: null | string;
            hasEmail: boolean;
            hasAddress: boolean;
            notes: string;
            source: components["schemas"]["MemberSource"];
            sourceStore: null | components["schemas"]["ShowMemberNamed"];
            sourceStaff: null | components["schemas"]["ShowMemberNamed"];
            preferredStore: null | components["schemas"]["ShowMemberNamed"];
            consultant: null | components["schemas"]["ShowMemberNamed"];
            state: components["schemas"]["MemberState"];
            createdAt: components["schemas"]["Instant"];
            activatedAt: null | components["schemas"]["Instant"];
            cards: components["schemas"]["ShowMemberCard"][];
            tags: components["schemas"]["ListMembersTagChip"][];
            fields: components["schemas"]["ShowMemberField"][];
            consents: components["schemas"]["ShowMemberConsent"][];
            timeline: components["schemas"]["ShowMemberMoment"][];
            /** Format: int64 */
            version: number;
        };
        ShowMemberRewardsBadge: {
            id: components["schemas"]["IdOfBadge"];
            title: string;
            level: string;
            at: components["schemas"]["Instant"];
        };
        ShowMemberRewardsComing: {
            on: components["schemas"]["BusinessDay"];
            gives: string;
            rule: string;
        };
        ShowMemberRewardsReply: {
            grants: components["schemas"]["GrantsItem"][];
            coming: components["schemas"]["ShowMemberRewardsComing"][];
            whyNot: components["schemas"]["ShowMemberRewardsWhyNot"][];
            badges: components["schemas"]["ShowMemberRewardsBadge"][];
            blocked: null | string;
        };
        ShowMemberRewardsWhyNot: {
            ruleId: components["schemas"]["IdOfRewardRule"];
            rule: string;
            says: string;
            day: null | components["schemas"]["BusinessDay"];
            why: string;
        };
        ShowMembershipsItem: {
            id: components["schemas"]["IdOfMembership"];
            number: string;
            plan: string;
            first: components["schemas"]["BusinessDay"];
            last: components["schemas"]["BusinessDay"];
            paid: components["schemas"]["Money"];
            isTrial: boolean;
            isRunning: boolean;
            autoRenew: boolean;
            state: components["schemas"]["MembershipState"];
            saved: components["schemas"]["Money"];
            renewalNote: string;
        };
        ShowMemberTierChange: {
            from: string;
            to: string;
            how: components["schemas"]["HowMoved"];
            why: string;
            staff: null | string;
            reason: string;
            at: components["schemas"]["Instant"];
        };
        ShowMemberTierRankView: {
            rank: string;
            /** Format: int64 */
            stars: number;
            /** Format: int32 */
            starsPerRank: number;
            /** Format: int64 */
            missing: number;
            next: null | string;
            seasonEnds: null | components["schemas"]["BusinessDay"];
        };
        ShowMemberTierReply: {
            tierId: null | components["schemas"]["IdOfTier"];
            name: string;
            colour: string;
            price: components["schemas"]["Ratio"];
            multiplier: components["schemas"]["Ratio"];
            since: components["schemas"]["BusinessDay"];
            until: null | components["schemas"]["BusinessDay"];
            rise: null | components["schemas"]["ShowMemberTierWay"];
            keep: null | components["schemas"]["ShowMemberTierWay"];
            benefits: components["schemas"]["BenefitStanding"][];
            history: components["schemas"]["ShowMemberTierChange"][];
            onTrial?: null | components["schemas"]["ShowMemberTierTrial"];
            /** Format: date */
            protectedUntil?: null | string;
            rank?: null | components["schemas"]["ShowMemberTierRankView"];
        };
        ShowMemberTierStep: {
            metric: components["schemas"]["Metric"];
            /** Format: int64 */
            value: number;
            /** Format: int64 */
            target: number;
            /** Format: int64 */
            missing: number;
            /** Format: int32 */
            ratio: number;
            says: string;
        };
        ShowMemberTierTrial: {
            own: string;
            last: components["schemas"]["BusinessDay"];
        };
        ShowMemberTierWay: {
            tierId: components["schemas"]["IdOfTier"];
            tier: string;
            colour: string;
            match: components["schemas"]["Match"];
            until: null | components["schemas"]["BusinessDay"];
            steps: components["schemas"]["ShowMemberTierStep"][];
        };
        ShowMemberValueHolding: {
            assetId: components["schemas"]["IdOfAsset"];
            code: string;
            kind: components["schemas"]["AssetKind"];
            unit: components["schemas"]["AssetUnit"];
            name: string;
            /** Format: int64 */
            balance: number;
            /** Format: int64 */
            totalIn: number;
            /** Format: int64 */
            totalOut: number;
            /** Format: int64 */
            soon: number;
            soonBy: null | components["schemas"]["BusinessDay"];
            lots: components["schemas"]["ShowMemberValueLot"][];
        };
        ShowMemberValueLot: {
            id: components["schemas"]["IdOfLot"];
            /** Format: int64 */
            granted: number;
            /** Format: int64 */
            remaining: number;
            activeAt: components["schemas"]["Instant"];
            expiresOn: null | components["schemas"]["BusinessDay"];
            paid: null | components["schemas"]["Money"];
            isPending: boolean;
            isExpired: boolean;
            createdAt: components["schemas"]["Instant"];
        };
        ShowMemberValueReply: {
            memberId: components["schemas"]["IdOfMember"];
            frozen: boolean;
            storedValue: components["schemas"]["Money"];
            room: components["schemas"]["Money"];
            holdings: components["schemas"]["ShowMemberValueHolding"][];
        };
        ShowOpenShiftReply: {
            shift: null | components["schemas"]["ShiftView"];
        };
        ShowOrderLine: {
            /** Format: int32 */
            lineNo: number;
            productId: null | components["schemas"]["IdOfProduct"];
            name: string;
            unit: string;
            quantity: components["schemas"]["Quantity"];
            unitPrice: components["schemas"]["Money"];
            original: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            net: components["schemas"]["Money"];
            returned: components["schemas"]["Quantity"];
            refunded: components["schemas"]["Money"];
            discounts: components["schemas"]["ShowOrderOff"][];
        };
        ShowOrderOff: {
            offer: string;
            amount: components["schemas"]["Money"];
            title: string;
            explanation: string;
        };
        ShowOrderPayment: {
            /** Format: int32 */
            seq: number;
            tender: components["schemas"]["Tender"];
            method: null | string;
            amount: components["schemas"]["Money"];
            tendered: components["schemas"]["Money"];
            change: components["schemas"]["Money"];
            points: components["schemas"]["Points"];
            bonus: components["schemas"]["Money"];
            reference: null | string;
        };
        ShowOrderRefund: {
            id: components["schemas"]["IdOfRefund"];
            number: string;
            isVoid: boolean;
            amount: components["schemas"]["Money"];
            kept: components["schemas"]["Money"];
            pointsTaken: components["schemas"]["Points"];
            staff: string;
            reason: string;
            at: components["schemas"]["Instant"];
            payments: components["schemas"]["ShowOrderPayment"][];
        };
        ShowOrderReply: {
            id: components["schemas"]["IdOfOrder"];
            number: string;
            storeId: components["schemas"]["IdOfStore"];
            store: string;
            day: components["schemas"]["BusinessDay"];
            at: components["schemas"]["Instant"];
            state: components["schemas"]["OrderState"];
            shiftId: components["schemas"]["IdOfShift"];
            staff: string;
            approvedBy: null | string;
            memberId: null | components["schemas"]["IdOfMember"];
            member: null | string;
            tierName: string;
            original: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            payable: components["schemas"]["Money"];
            pointsMoney: components["schemas"]["Money"];
            change: components["schemas"]["Money"];
            earned: components["schemas"]["Points"];
            refunded: components["schemas"]["Money"];
            note: string;
            lines: components["schemas"]["ShowOrderLine"][];
            payments: components["schemas"]["ShowOrderPayment"][];
            refunds: components["schemas"]["ShowOrderRefund"][];
            applied: components["schemas"]["AppliedView"][];
            flags: components["schemas"]["FlagView"][];
        };
        ShowPolicyReply: {
            shop: string;
            day: components["schemas"]["BusinessDay"];
            chapters: components["schemas"]["Chapter"][];
            versions: components["schemas"]["ShowPolicyVersion"][];
        };
        ShowPolicyVersion: {
            id: components["schemas"]["IdOfPolicyVersion"];
            day: components["schemas"]["BusinessDay"];
        };
        ShowReceiptTextReply: {
            /** Format: int32 */
            width: number;
            text: string;
        };
        ShowRuleEdition: {
            /** Format: int64 */
            number: number;
            state: components["schemas"]["RuleState"];
            says: string;
            staff: null | string;
            at: components["schemas"]["Instant"];
        };
        ShowRuleItem: {
            id: components["schemas"]["IdOfRewardRule"];
            form: string;
            name: string;
            state: components["schemas"]["RuleState"];
            on: components["schemas"]["Happening"];
            says: string;
            results: components["schemas"]["ShowRuleResults"];
            left: components["schemas"]["ShowRuleLeft"][];
            /** Format: int64 */
            version: number;
        };
        ShowRuleLeft: {
            cap: components["schemas"]["Cap"];
            /** Format: int64 */
            used: number;
        };
        ShowRuleReply: {
            id: components["schemas"]["IdOfRewardRule"];
            body: components["schemas"]["RuleBody"];
            state: components["schemas"]["RuleState"];
            says: string;
            results: components["schemas"]["ShowRuleResults"];
            left: components["schemas"]["ShowRuleLeft"][];
            versions: components["schemas"]["ShowRuleEdition"][];
            /** Format: int64 */
            version: number;
        };
        ShowRuleResults: {
            /** Format: int64 */
            given: number;
            /** Format: int64 */
            members: number;
            /** Format: int64 */
            waiting: number;
            /** Format: int64 */
            held: number;
            /** Format: int64 */
            tested: number;
            /** Format: int64 */
            takenBack: number;
            cost: components["schemas"]["Money"];
            testCost: components["schemas"]["Money"];
        };
        ShowSessionReply: {
            staffId: components["schemas"]["IdOfStaff"];
            name: string;
            isOwner: boolean;
            language: components["schemas"]["Language"];
            merchantId: components["schemas"]["IdOfMerchant"];
            merchant: string;
            store: null | components["schemas"]["ShowSessionStoreChoice"];
            stores: components["schemas"]["ShowSessionStoreChoice"][];
            permissions: unknown[];
            limits: {
                [key: string]: number;
            };
            byPin: boolean;
            mustChangePassword: boolean;
            hasPin: boolean;
        };
        ShowSessionStoreChoice: {
            id: components["schemas"]["IdOfStore"];
            code: string;
            name: string;
            timeZone: string;
        };
        ShowSetupChoice: {
            code: string;
            name: string;
            description: string;
        };
        ShowSetupReply: {
            needed: boolean;
            codeNeeded: boolean;
            templates: components["schemas"]["ShowSetupChoice"][];
        };
        ShowStatementLine: {
            id: components["schemas"]["IdOfEntry"];
            postingId: components["schemas"]["IdOfPosting"];
            assetId: components["schemas"]["IdOfAsset"];
            asset: string;
            unit: components["schemas"]["AssetUnit"];
            /** Format: int64 */
            amount: number;
            /** Format: int64 */
            balanceAfter: number;
            kind: string;
            counter: string;
            why: string;
            documentKind: string;
            documentId: string;
            store: null | string;
            staff: null | string;
            reason: string;
            lots: string;
            day: components["schemas"]["BusinessDay"];
            at: components["schemas"]["Instant"];
        };
        ShowTilesCategory: {
            id: components["schemas"]["IdOfCategory"];
            parentId: null | components["schemas"]["IdOfCategory"];
            name: string;
            colour: components["schemas"]["TileColour"];
        };
        ShowTilesReply: {
            categories: components["schemas"]["ShowTilesCategory"][];
            goods: components["schemas"]["ShowTilesTile"][];
            /** Format: int64 */
            version: number;
        };
        ShowTilesTile: {
            id: components["schemas"]["IdOfProduct"];
            categoryId: null | components["schemas"]["IdOfCategory"];
            name: string;
            unit: string;
            price: components["schemas"]["Money"];
            memberPrice: null | components["schemas"]["Money"];
            byWeight: boolean;
            favourite: boolean;
        };
        ShowTillMemberFreeItem: {
            kind: components["schemas"]["FreeItemKind"];
            sourceId: string;
            title: string;
            /** Format: int64 */
            remaining: number;
            until: null | components["schemas"]["BusinessDay"];
        };
        ShowTillMemberReply: {
            id: components["schemas"]["IdOfMember"];
            /** Format: int64 */
            number: number;
            name: string;
            phone: null | string;
            state: components["schemas"]["MemberState"];
            birthday: null | string;
            storedValue: components["schemas"]["Money"];
            principal: components["schemas"]["Money"];
            bonus: components["schemas"]["Money"];
            points: components["schemas"]["Points"];
            tier: null | components["schemas"]["ShowTillMemberTier"];
            freeItems: components["schemas"]["ShowTillMemberFreeItem"][];
            progress: null | string;
        };
        ShowTillMemberTier: {
            name: string;
            colour: string;
            price: components["schemas"]["Ratio"];
        };
        SignInRequest: {
            phone: string;
            password: string;
        };
        StaffForm: {
            name: string;
            phone: string;
            roles: unknown[];
            stores: unknown[];
            /** @default  */
            number?: string;
            /** @default false */
            isOwner?: boolean;
            /**
             * @default active
             * @enum {string}
             */
            state?: "active" | "disabled" | "left";
            /**
             * @default zh
             * @enum {string}
             */
            language?: "zh" | "en";
        };
        StaffReply: {
            id: components["schemas"]["IdOfStaff"];
            staff: components["schemas"]["StaffForm"];
            ready: boolean;
            hasPin: boolean;
            editable: boolean;
            /** Format: int64 */
            version: number;
        };
        /** @enum {string} */
        StaffState: "active" | "disabled" | "left";
        /** @enum {string} */
        StampBy: "ticket" | "unit";
        StoreForm: {
            code: string;
            name: string;
            /**
             * @default direct
             * @enum {string}
             */
            kind?: "direct" | "franchise" | "online";
            /** @default  */
            address?: string;
            /** @default  */
            phone?: string;
            /** @default  */
            openingHours?: string;
            /** @default Asia/Shanghai */
            timeZone?: string;
            /**
             * Format: int32
             * @default 0
             */
            cutoffMinutes?: number;
            /** @default  */
            receiptHeader?: string;
            /** @default  */
            receiptFooter?: string;
            /** @default true */
            active?: boolean;
        };
        StorePricesPrice: {
            amount: components["schemas"]["Money"];
            storeId?: null | string;
            tierId?: null | string;
        };
        StorePricesReply: {
            prices: components["schemas"]["StorePricesPrice"][];
        };
        StorePricesRequest: {
            prices: components["schemas"]["StorePricesPrice"][];
        };
        StoreReply: {
            id: components["schemas"]["IdOfStore"];
            store: components["schemas"]["StoreForm"];
            /** Format: int64 */
            version: number;
        };
        SuggestedTier: {
            from: components["schemas"]["Money"];
            /** Format: int64 */
            members: number;
            spent: components["schemas"]["Money"];
            turnover: components["schemas"]["Ratio"];
        };
        SuggestTiersReply: {
            tiers: components["schemas"]["SuggestedTier"][];
            /** Format: int64 */
            buyers: number;
            method: string;
        };
        SwitchPersonRequest: {
            staffId: components["schemas"]["IdOfStaff"];
            pin: string;
        };
        SwitchProductRequest: {
            active?: null | boolean;
            favourite?: null | boolean;
        };
        SwitchStoreRequest: {
            storeId: components["schemas"]["IdOfStore"];
        };
        /** @enum {string} */
        TagColor: "grey" | "teal" | "blue" | "green" | "amber" | "red" | "purple";
        TagMembersReply: {
            /** Format: int32 */
            changed: number;
        };
        TagMembersRequest: {
            memberIds: unknown[];
        };
        /** @enum {string} */
        TakeBackPolicy: "deduct_from_refund" | "below_zero" | "pending_only";
        /** @enum {string} */
        TaskPeriod: "once" | "day" | "week" | "month";
        TasksEventRequest: {
            memberId: components["schemas"]["IdOfMember"];
            name: string;
            key: string;
            amount?: components["schemas"]["Money"];
        };
        TasksProgress: {
            id: components["schemas"]["IdOfRewardTask"];
            title: string;
            gives: string;
            kind: components["schemas"]["FeatKind"];
            /** Format: int64 */
            value: number;
            /** Format: int64 */
            target: number;
            done: boolean;
            claimed: boolean;
            until: null | components["schemas"]["BusinessDay"];
            waits: null | string;
        };
        TasksReply: {
            id: components["schemas"]["IdOfRewardTask"];
            titleZh: string;
            titleEn: string;
            terms: components["schemas"]["TaskTerms"];
            effects: components["schemas"]["Effect"][];
            gives: string;
            byOffer: boolean;
            active: boolean;
            /** Format: int32 */
            position: number;
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            version: number;
        };
        TasksRequest: {
            titleZh: string;
            titleEn: string;
            terms: components["schemas"]["TaskTerms"];
            effects: components["schemas"]["Effect"][];
            /** @default false */
            byOffer?: boolean;
            /** @default true */
            active?: boolean;
            /**
             * Format: int32
             * @default 0
             */
            position?: number;
        };
        TaskTerms: {
            kind: components["schemas"]["FeatKind"];
            /** Format: int64 */
            target: number;
            period: components["schemas"]["TaskPeriod"];
            from: null | components["schemas"]["BusinessDay"];
            to: null | components["schemas"]["BusinessDay"];
            categories: unknown[];
            name: string;
            after: null | components["schemas"]["IdOfRewardTask"];
            byHand: boolean;
        };
        /** @enum {string} */
        TemplateState: "draft" | "active" | "stopped";
        /** @enum {string} */
        Tender: "cash" | "stored_value" | "points" | "recorded";
        TenderReturn: {
            /** Format: int32 */
            seq: number;
            tender: components["schemas"]["Tender"];
            method: null | string;
            amount: components["schemas"]["Money"];
            kept: components["schemas"]["Money"];
            points: components["schemas"]["Points"];
            paidOut?: components["schemas"]["Money"];
        };
        TenderSum: {
            tender: components["schemas"]["Tender"];
            method: null | string;
            amount: components["schemas"]["Money"];
            /** Format: int32 */
            count: number;
        };
        /** @enum {string} */
        ThresholdBasis: "after_lines" | "before_all" | "after_all";
        TickBenefitReply: {
            benefit: string;
            /** Format: int32 */
            remaining: null | number;
        };
        TierLoansProtection: {
            reason: string;
            /** Format: date */
            until?: null | string;
        };
        TierLoansRequest: {
            tierId: components["schemas"]["IdOfTier"];
            /** Format: int32 */
            days: number;
            reason: string;
        };
        TierPrice: {
            tier: components["schemas"]["IdOfTier"];
            product: components["schemas"]["IdOfProduct"];
            price: components["schemas"]["Money"];
        };
        TierRate: {
            tier: components["schemas"]["IdOfTier"];
            price: components["schemas"]["Ratio"];
        };
        /** @enum {string} */
        TierRequestKind: "rule" | "match";
        TierRequestsDecision: {
            approve: boolean;
            /** @default  */
            note?: string;
        };
        TierRequestsItem: {
            id: components["schemas"]["IdOfTierRequest"];
            memberId: components["schemas"]["IdOfMember"];
            member: string;
            tierId: components["schemas"]["IdOfTier"];
            tier: string;
            colour: string;
            now: string;
            kind: components["schemas"]["TierRequestKind"];
            proof: string;
            state: components["schemas"]["TierRequestState"];
            askedBy: null | string;
            askedAt: components["schemas"]["Instant"];
            decidedBy: null | string;
            decidedAt: null | components["schemas"]["Instant"];
            note: string;
        };
        TierRequestsMatchRequest: {
            tierId: components["schemas"]["IdOfTier"];
            proof: string;
        };
        /** @enum {string} */
        TierRequestState: "open" | "approved" | "refused";
        TierSettings: {
            downgrade?: components["schemas"]["Downgrade"];
            /** Format: int32 */
            graceDays?: number;
            afterRefund?: components["schemas"]["AfterRefund"];
            packAgain?: components["schemas"]["PackAgain"];
            /** Format: int32 */
            protectedMonths?: number;
            protectBirthMonth?: boolean;
            deeds?: components["schemas"]["DeedGrowth"][];
            /** Format: int32 */
            fadeBp?: number;
            /** Format: int32 */
            fadeAfterMonths?: number;
            ranks?: string[];
            /** Format: int32 */
            starsPerRank?: number;
            season?: components["schemas"]["WindowKind"];
            /** Format: int32 */
            ranksLost?: number;
        };
        /** @enum {string} */
        TileColour: "teal" | "blue" | "indigo" | "purple" | "pink" | "red" | "orange" | "amber" | "green" | "grey";
        TillSettings: {
            rounding?: components["schemas"]["RoundOffRule"];
        };
        TimesCardsReply: {
            id: components["schemas"]["IdOfTimesCard"];
            assetId: components["schemas"]["IdOfAsset"];
            name: string;
            /** Format: int32 */
            uses: number;
            pay: components["schemas"]["Money"];
            listPrice: components["schemas"]["Money"];
            validity: string;
            covers: null | components["schemas"]["Covers"];
            active: boolean;
            /** Format: int64 */
            version: number;
        };
        TimesCardsRequest: {
            name: string;
            /** Format: int32 */
            uses: number;
            pay: components["schemas"]["Money"];
            listPrice: components["schemas"]["Money"];
            validity: string;
            covers?: null | components["schemas"]["Covers"];
            /** @default true */
            active?: boolean;
        };
        TopUpPlan: {
            id: components["schemas"]["IdOfTopUpPlan"];
            name: string;
            pay: components["schemas"]["Money"];
            bonus: components["schemas"]["Money"];
            points: components["schemas"]["Points"];
            /** Format: int32 */
            releases: number;
            tierId: null | components["schemas"]["IdOfTier"];
            firstOnly: boolean;
            validFrom: null | components["schemas"]["BusinessDay"];
            validTo: null | components["schemas"]["BusinessDay"];
            active: boolean;
            /** Format: int64 */
            position: number;
            /** Format: int64 */
            version: number;
        };
        TopUpPlansRequest: {
            name: string;
            pay: components["schemas"]["Money"];
            bonus: components["schemas"]["Money"];
            points: components["schemas"]["Points"];
            /**
             * Format: int32
             * @default 1
             */
            releases?: number;
            tierId?: null | string;
            /** @default false */
            firstOnly?: boolean;
            /** Format: date */
            validFrom?: null | string;
            /** Format: date */
            validTo?: null | string;
            /** @default true */
            active?: boolean;
        };
        /** @enum {string} */
        TopUpState: "paid" | "refunded";
        Trigger: {
            on: components["schemas"]["Happening"];
            /**
             * Format: int32
             * @default 0
             */
            days?: number;
            /**
             * Format: int32
             * @default 0
             */
            nth?: number;
            /**
             * Format: int32
             * @default 0
             */
            every?: number;
            products?: null | unknown[];
            categories?: null | unknown[];
            festival?: null | components["schemas"]["FestivalDay"];
            /** @default  */
            name?: string;
            minAmount?: components["schemas"]["Money"];
            eachAmount?: components["schemas"]["Money"];
            namesGoods?: boolean;
            looksBack?: boolean;
            isOfTheClock?: boolean;
        };
        TryPromotionDiscount: {
            source: string;
            title: string;
            explanation: string;
            amount: components["schemas"]["Money"];
            isDraft: boolean;
        };
        TryPromotionExplained: {
            title: string;
            says: string;
            condition: string;
            wrong: null | string;
            wrongCode: null | string;
            wrongWhat: null | string;
            needsOwner: boolean;
        };
        TryPromotionLine: {
            /** Format: int32 */
            lineNo: number;
            productId: components["schemas"]["IdOfProduct"];
            quantity: components["schemas"]["Quantity"];
        };
        TryPromotionLineView: {
            /** Format: int32 */
            lineNo: number;
            name: string;
            quantity: components["schemas"]["Quantity"];
            unitPrice: components["schemas"]["Money"];
            original: components["schemas"]["Money"];
            net: components["schemas"]["Money"];
            discounts: components["schemas"]["TryPromotionDiscount"][];
        };
        TryPromotionMissed: {
            source: string;
            /** Format: int32 */
            lineNo: null | number;
            title: string;
            why: string;
            isDraft: boolean;
        };
        TryPromotionReply: {
            original: components["schemas"]["Money"];
            payable: components["schemas"]["Money"];
            saved: components["schemas"]["Money"];
            lines: components["schemas"]["TryPromotionLineView"][];
            notApplied: components["schemas"]["TryPromotionMissed"][];
        };
        TryPromotionRequest: {
            lines: components["schemas"]["TryPromotionLine"][];
            draft?: null | components["schemas"]["PromotionForm"];
            /** @default false */
            alone?: boolean;
            /** Format: date-time */
            at?: null | string;
            memberId?: null | string;
            paymentMethod?: null | string;
        };
        TryRuleReply: {
            says: string;
            summary: string;
            /** Format: int32 */
            grants: number;
            cost: components["schemas"]["Money"];
            steps: components["schemas"]["TryRuleStep"][];
        };
        TryRuleRequest: {
            rule: components["schemas"]["EditRuleRequest"];
            memberId: components["schemas"]["IdOfMember"];
            /**
             * Format: int32
             * @default 31
             */
            days?: number;
        };
        TryRuleSentence: {
            says: string;
            problem: null | string;
        };
        TryRuleStep: {
            day: components["schemas"]["BusinessDay"];
            event: string;
            amount: components["schemas"]["Money"];
            gives: string;
            why: string;
        };
        /** @enum {string} */
        UpgradeWhen: "at_once" | "period_end";
        Validity: {
            when?: null | components["schemas"]["Schedule"];
            stores?: null | unknown[];
        };
        ValidityForm: {
            kind: components["schemas"]["ValidityKind"];
            /**
             * Format: int32
             * @default 0
             */
            n?: number;
        };
        /** @enum {string} */
        ValidityKind: "never" | "months" | "year_end";
        ValueGiftsClaimed: {
            number: string;
            amount: components["schemas"]["Money"];
            message: string;
            from: null | string;
            storedValue: components["schemas"]["Money"];
        };
        ValueGiftsClaimRequest: {
            code: string;
            memberId: components["schemas"]["IdOfMember"];
        };
        ValueGiftsGiveBackRequest: {
            shiftId: components["schemas"]["IdOfShift"];
            reason: string;
        };
        ValueGiftsItem: {
            id: components["schemas"]["IdOfValueGift"];
            kind: components["schemas"]["GiftKind"];
            number: string;
            amount: components["schemas"]["Money"];
            message: string;
            from: null | string;
            state: components["schemas"]["GiftState"];
            claimedBy: null | string;
            until: components["schemas"]["BusinessDay"];
            at: components["schemas"]["Instant"];
        };
        ValueGiftsMade: {
            id: components["schemas"]["IdOfValueGift"];
            number: string;
            code: string;
            amount: components["schemas"]["Money"];
            until: components["schemas"]["BusinessDay"];
            change: components["schemas"]["Money"];
        };
        ValueGiftsSellRequest: {
            shiftId: components["schemas"]["IdOfShift"];
            amount: components["schemas"]["Money"];
            payment: components["schemas"]["OnePayment"];
            /** @default  */
            message?: string;
        };
        ValueGiftsSendRequest: {
            memberId: components["schemas"]["IdOfMember"];
            amount: components["schemas"]["Money"];
            /** @default  */
            message?: string;
            /**
             * Format: int32
             * @default 7
             */
            days?: number;
        };
        /** @enum {string} */
        WindowKind: "since_joining" | "month" | "quarter" | "year" | "rolling_days";
        YearDay: {
            /** Format: int32 */
            month: number;
            /** Format: int32 */
            day: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ShowSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowSetupReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SetUpShop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUpShopRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUpShopReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowSessionReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowSessionReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListStores: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CreateStore: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StoreForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    EditStore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StoreForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SwitchStore: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchStoreRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowSessionReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ChooseLanguage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseLanguageRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowSessionReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListColleagues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListColleaguesReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SetPin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPinRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SwitchPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchPersonRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowSessionReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListSessions: {
        parameters: {
            query?: {
                staffId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSessionsReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    EndSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListStaff: {
        parameters: {
            query?: {
                Text?: string;
                State?: components["schemas"]["StaffState"];
                Role?: string;
                Store?: string;
                After?: string;
                Limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfStaffReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CreateStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    EditStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ResetSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetSecretReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowSessionReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CreateRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    EditRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPermissionsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ExplainRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainRoleReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListApprovals: {
        parameters: {
            query?: {
                After?: string;
                Limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfListApprovalsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    GiveApproval: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveApprovalRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiveApprovalReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListAudit: {
        parameters: {
            query?: {
                Staff?: string;
                Action?: string;
                SubjectKind?: string;
                SubjectId?: string;
                From?: string;
                To?: string;
                After?: string;
                Limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfListAuditReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ExportAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditQuery"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TillPolicyShow: {
        parameters: {
            query?: {
                storeId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfTillSettings"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TillPolicySave: {
        parameters: {
            query?: {
                storeId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TillSettings"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfTillSettings"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SessionPoliciesShow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfSessionPolicy"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SessionPoliciesSave: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionPolicy"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfSessionPolicy"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PinPoliciesShow: {
        parameters: {
            query?: {
                storeId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfPinPolicy"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PinPoliciesSave: {
        parameters: {
            query?: {
                storeId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PinPolicy"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfPinPolicy"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PasswordPoliciesShow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfPasswordPolicy"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PasswordPoliciesSave: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordPolicy"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfPasswordPolicy"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShopNameShow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopNameReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShopNameSave: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShopNameRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopNameReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListJobs: {
        parameters: {
            query?: {
                After?: string;
                Limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfJobReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    DownloadFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowHealthReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    AssetKindsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetKindsReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    AssetKindsAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssetKindsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetKindsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    AssetKindsEdit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssetKindsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetKindsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TopUpPlansList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopUpPlan"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TopUpPlansAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopUpPlansRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopUpPlan"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TopUpPlans: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopUpPlansRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopUpPlan"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PunchCardsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PunchCardsReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PunchCardsAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PunchCardsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PunchCardsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PunchCards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PunchCardsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PunchCardsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TimesCardsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimesCardsReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TimesCardsAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TimesCardsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimesCardsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TimesCards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TimesCardsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimesCardsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PointsClearingList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsClearingReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PointsClearing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PointsClearingRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsClearingReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PointsClearingPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PointsClearingPreviewRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsClearingPreviewReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PointsClearingCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsClearingReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowMemberValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowMemberValueReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowStatement: {
        parameters: {
            query?: {
                Asset?: string;
                From?: string;
                To?: string;
                After?: string;
                Limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfShowStatementLine"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    AdjustValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustValueRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowMemberValueReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ExpireValue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpireValueStarted"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CheckLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckLedgerStarted"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CheckLedgerChecks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckLedgerCheck"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CheckLedgerDays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckLedgerDay"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListMembers: {
        parameters: {
            query?: {
                Store?: string;
                Tag?: string;
                State?: string;
                JoinedFrom?: string;
                JoinedTo?: string;
                BirthdayMonth?: number;
                After?: string;
                Limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfListMembersItem"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    RegisterMember: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterMemberRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterMemberReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowMemberReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    EditMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditMemberRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditMemberReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    FindMember: {
        parameters: {
            query?: {
                Q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindMemberReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    IdentifyMember: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifyMemberRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifyMemberReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    RevealPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealPhoneRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealPhoneReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    FreezeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeMemberRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezeMemberReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    FreezeMemberUnfreeze: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeMemberRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezeMemberReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    RecordConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordConsentRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    MergeMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeMembersRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeMembersReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    MergeMembersLook: {
        parameters: {
            query: {
                from: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeMembersPreview"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListMerges: {
        parameters: {
            query?: {
                After?: string;
                Limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfListMergesItem"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListFields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListFieldsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    EditFieldCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditFieldCreateRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListFieldsItem"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    EditField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditFieldRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListFieldsItem"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTagsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    EditTagCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditTagRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditTagReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    EditTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditTagRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditTagReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    EditTagRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TagMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagMembersRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagMembersReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TagMembersDetach: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagMembersRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagMembersReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CardRuleShow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardRuleReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CardRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CardRuleRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardRuleReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListCards: {
        parameters: {
            query?: {
                State?: string;
                Number?: string;
                After?: string;
                Limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfListCardsItem"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CreateCards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCardsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateCardsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    BindCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BindCardRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BindCardReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ChangeCardReportLoss: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCardLossRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeCardReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ChangeCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCardRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeCardReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ReplaceCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceCardRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplaceCardReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListCategoriesReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    AddCategory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCategoryRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddCategoryReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    EditCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditCategoryRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditCategoryReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    RemoveCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    OrderCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderCategoriesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListProducts: {
        parameters: {
            query?: {
                Q?: string;
                Category?: string;
                Active?: boolean;
                Favourite?: boolean;
                None?: boolean;
                After?: string;
                Limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfProductReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    AddProduct: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    EditProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SwitchProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchProductRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListPriceChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPriceChangesReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    StorePricesShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorePricesReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    StorePrices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StorePricesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorePricesReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SchedulePricesList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchedulePricesReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SchedulePrices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchedulePricesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchedulePricesReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SchedulePricesCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchedulePricesReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ScaleLabelsShow: {
        parameters: {
            query?: {
                storeId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfScaleSettings"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ScaleLabels: {
        parameters: {
            query?: {
                storeId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScaleSettings"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfScaleSettings"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    FindGoods: {
        parameters: {
            query: {
                Q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindGoodsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ScanBarcode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                barcode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanBarcodeReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowTiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowTilesReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ExportGoods: {
        parameters: {
            query?: {
                Format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListImportsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    UploadGoods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    DownloadTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    MapColumns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapColumnsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowDecisions: {
        parameters: {
            query?: {
                From?: number;
                Limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowDecisionsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    DecideDuplicates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideDuplicatesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowDecisionsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    RunImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CancelImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    DownloadImportRows: {
        parameters: {
            query?: {
                Outcome?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    UndoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    RanksList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RanksReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    RanksAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RanksRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RanksReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    RanksEdit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RanksRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RanksReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    RanksOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RanksNewOrder"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RanksReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowMemberTier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowMemberTierReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SetMemberTier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetMemberTierRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowMemberTierReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TickBenefit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                benefitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TickBenefitReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TickBenefitUndo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                benefitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TickBenefitReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TierPoliciesShow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfTierSettings"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TierPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TierSettings"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfTierSettings"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TierRequestsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TierRequestsItem"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TierRequestsMatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TierRequestsMatchRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TierRequestsItem"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TierRequests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TierRequestsDecision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TierRequestsItem"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TierLoans: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TierLoansRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowMemberTierReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TierLoansProtect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TierLoansProtection"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowMemberTierReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ReviewTiers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewTiersRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewTiersStarted"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SuggestTiers: {
        parameters: {
            query?: {
                count?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestTiersReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    MembershipPlansList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipPlansReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    MembershipPlansAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembershipPlansRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipPlansReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    MembershipPlans: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembershipPlansRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipPlansReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowPricingSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfPricingSettings"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    EditPricingSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PricingSettings"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfPricingSettings"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowConditionFields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowConditionFieldsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TryPromotion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryPromotionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TryPromotionReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TryPromotionExplain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromotionForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TryPromotionExplained"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PromotionCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromotionCalendarQuery"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionCalendarReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PromotionsList: {
        parameters: {
            query?: {
                State?: string;
                Kind?: string;
                Q?: string;
                After?: string;
                Limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPromotionsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PromotionsAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromotionForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PromotionsCountedAt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromotionsAtQuery"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionsCounted"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PromotionsShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    Promotions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromotionForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PromotionsHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionsVersionReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PromotionsSubmit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PromotionsApprove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromotionsApproveRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PromotionsStop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromotionsStopRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PromotionsCopy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromotionsCopyRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PromotionResults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionResultsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CouponPolicyShow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfCouponSettings"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CouponPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouponSettings"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfCouponSettings"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CouponTemplatesList: {
        parameters: {
            query?: {
                State?: string;
                Kind?: string;
                Q?: string;
                After?: string;
                Limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfCouponTemplatesReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CouponTemplatesAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouponTemplatesForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponTemplatesReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CouponTemplatesShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponTemplatesReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CouponTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouponTemplatesForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponTemplatesReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CouponTemplatesTerms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponTemplatesTermsReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CouponTemplatesSwitch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouponTemplatesStateRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponTemplatesReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CouponTemplatesExplain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouponTerms"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponTemplatesExplained"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CouponResults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponResultsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    IssueCouponsCount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueCouponsAudience"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueCouponsCounted"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    BatchesList: {
        parameters: {
            query?: {
                Template?: string;
                After?: string;
                Limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfIssueCouponsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    IssueCoupons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueCouponsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueCouponsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    BatchesShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueCouponsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    BatchesPause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueCouponsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    BatchesResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueCouponsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    BatchesCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueCouponsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    BatchesVoid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchesVoidRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueCouponsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    GiveCoupons: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveCouponsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiveCouponsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ExportCodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ExportCodesPrint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportCodesSheetRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportCodesSheet"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ImportPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportPoolRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPoolReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CouponWordsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponWordsReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CouponWords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouponWordsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponWordsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CouponWordsSwitch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouponWordsSwitchRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ClaimPagesList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimPagesReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ClaimPagesAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimPagesForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimPagesReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ClaimPages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimPagesForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimPagesReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ClaimPagesDraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimPagesQrRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimPagesQrReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PacksList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PacksReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PacksAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PacksForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PacksReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PacksCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PacksForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PacksChecked"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    Packs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PacksForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PacksReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PacksGive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PacksGiveRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiveCouponsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    RedeemCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedeemCodeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedeemCodeReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    GiftsWrap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftsWrapped"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    GiftsWithdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    GiftsShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftsShown"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    GiftsTake: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiftsTakeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimCouponReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    MemberCoupons: {
        parameters: {
            query?: {
                State?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberCouponsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    MemberCouponsShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberCouponsOne"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    MemberCouponsVoid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberCouponsVoidRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ClaimCouponShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimCouponPage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ClaimCoupon: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimCouponRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimCouponReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListShifts: {
        parameters: {
            query?: {
                After?: string;
                Limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfListShiftsItem"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    OpenShift: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenShiftRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowOpenShift: {
        parameters: {
            query?: {
                till?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowOpenShiftReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowShift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    MoveCash: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveCashRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CloseShift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseShiftRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    QuoteCart: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CartRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowTillMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowTillMemberReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListOrders: {
        parameters: {
            query?: {
                From?: string;
                To?: string;
                State?: string;
                MemberId?: string;
                ShiftId?: string;
                Q?: string;
                After?: string;
                Limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfListOrdersItem"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SellCart: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SellCartRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SellCartReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowOrderReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PreviewRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundOrderRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewRefundReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    RefundOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundOrderRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundOrderReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowReceipt: {
        parameters: {
            query?: {
                width?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowReceiptBytes: {
        parameters: {
            query?: {
                width?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowReceiptAsText: {
        parameters: {
            query?: {
                width?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowReceiptTextReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PrintReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintReceiptRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListHolds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListHoldsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    HoldCart: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldCartRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldCartReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ResumeHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResumeHoldReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListTopUpsPlans: {
        parameters: {
            query: {
                memberId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTopUpsPlansReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ListTopUpsList: {
        parameters: {
            query: {
                memberId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTopUpsListReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SellTopUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SellTopUpRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SellTopUpReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    RefundTopUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundTopUpRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundTopUpReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PrintersList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintersListReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PrintersAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintersForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintersView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PrintersEdit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintersForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintersView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    PrintersTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SellMembership: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SellMembershipRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SellMembershipReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SellMembershipPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SellMembershipRefundReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SellMembershipRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SellMembershipRefundRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SellMembershipRefundReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SellMembershipRenew: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SellMembershipRenewal"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SellMembershipRenewal"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowMemberships: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowMembershipsItem"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SellTimesCard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SellTimesCardRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SellTimesCardReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SellTimesCardUse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SellTimesCardUseRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SellTimesCardUseReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SellTimesCardPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SellTimesCardRefundRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SellTimesCardRefundReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    SellTimesCardRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SellTimesCardGiveBack"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SellTimesCardRefundReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShareTimesShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareTimesReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShareTimes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareTimesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareTimesReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ValueGiftsList: {
        parameters: {
            query?: {
                memberId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueGiftsItem"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ValueGiftsSend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueGiftsSendRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueGiftsMade"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ValueGifts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueGiftsSellRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueGiftsMade"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ValueGiftsClaim: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueGiftsClaimRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueGiftsClaimed"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ValueGiftsTakeBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ValueGiftsRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueGiftsGiveBackRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowRuleList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowRuleItem"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    EditRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditRuleRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowRuleReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowRuleReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    EditRuleChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditRuleRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowRuleReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowRuleFields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConditionField"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    EditRuleSwitch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditRuleStateRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowRuleReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TryRuleSay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditRuleRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TryRuleSentence"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TryRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryRuleRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TryRuleReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    GrantsList: {
        parameters: {
            query?: {
                State?: string;
                Rule?: string;
                After?: string;
                Limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfGrantsItem"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    Grants: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantsDecision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantsItem"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    GrantsBlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantsBlockRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    GrantsUnblock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowMemberRewards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowMemberRewardsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CheckIns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckInsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CheckInsShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckInsCalendar"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CheckInsShowSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfCheckInSettings"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CheckInsSaveSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInSettings"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfCheckInSettings"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CheckInsShowPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfRewardSettings"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    CheckInsSavePolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RewardSettings"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplyOfRewardSettings"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    DrawsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawsReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    DrawsAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    DrawsChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    Draws: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawsPlayRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawsTurn"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    DrawsReveal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawsProof"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    DrawsShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                round: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawsProof"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TasksList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TasksReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TasksAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TasksRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TasksReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    Tasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TasksRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TasksReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TasksShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TasksProgress"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TasksClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TasksProgress"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TasksEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    TasksTell: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TasksEventRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    BadgeListList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BadgeListReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    BadgeListAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BadgeListRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BadgeListReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    BadgeList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BadgeListRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BadgeListReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ReferMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferMemberRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferMemberReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ReferMemberList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferMemberBoth"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    RedemptionsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedemptionsReply"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    RedemptionsAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedemptionsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedemptionsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    Redemptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedemptionsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedemptionsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    RedeemPoints: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedeemPointsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedeemPointsReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    RedeemPointsUndo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedeemPointsUndoRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    RedeemPointsList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedeemPointsItem"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowHome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowHomeReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowPolicyReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowPolicyPast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowPolicyReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ShowBenefitUse: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowBenefitUseReply"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
}
