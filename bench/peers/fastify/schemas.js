// Request and response schemas, which Fastify compiles into validators and serializers.
const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const flag = { type: 'boolean' };
const id = { type: 'string', format: 'uuid' };
const object = (properties) => ({ type: 'object', properties });
const list = (properties) => ({ type: 'array', items: object(properties) });

const favorite = { 200: object({ id: text, activityId: text, createdAt: text }) };
favorite[201] = favorite[200];
const flags = { notificationsEnabled: flag, pushEnabled: flag, emailEnabled: flag };

export const me = {
  response: {
    200: object({
      id: text, profileId: text, email: text, emailVerified: flag, phone: textOrNull, phoneVerified: flag, firstName: text,
      lastName: text, role: text, isOrganizer: flag, language: textOrNull, birthDate: textOrNull, timezone: text, currency: text,
      settings: { type: ['object', 'null'], additionalProperties: true }, companies: list({ id: text, name: text, role: text }),
      createdAt: text, updatedAt: text,
    }),
  },
};

export const preferences = {
  body: { ...object(flags), additionalProperties: false, minProperties: 1 },
  response: { 200: object({ ...flags, effective: object({ push: flag, email: flag }), updatedAt: text }) },
};

export const favorites = {
  querystring: object({
    limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    cursor: { type: 'string', maxLength: 120 },
  }),
  response: {
    200: object({
      items: list({
        id: text, activityId: text, createdAt: text,
        activity: object({ id: text, title: text, type: text, imageUrl: textOrNull, company: object({ id: text, name: text }) }),
      }),
      nextCursor: textOrNull,
    }),
  },
};

export const save = {
  body: { ...object({ activityId: id }), required: ['activityId'], additionalProperties: false },
  response: favorite,
};

export const remove = { params: object({ activityId: id }) };

export const figures = {
  querystring: { ...object({ companyId: id }), required: ['companyId'] },
  response: { 200: object({ items: list({ activityId: text, title: text, type: text, favoritesCount: { type: 'integer' } }) }) },
};
