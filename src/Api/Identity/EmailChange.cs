namespace Benevoclic.Api.Identity;

enum EmailChange
{
    Done,
    NoSuchAccount,
    Taken,
}
