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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Done: Record<string, never>;
        IdOfMerchant: string;
        IdOfStaff: string;
        IdOfStore: string;
        /** @enum {string} */
        Language: "zh" | "en";
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
            templates: components["schemas"]["ShowSetupChoice"][];
        };
        SignInRequest: {
            phone: string;
            password: string;
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
}
