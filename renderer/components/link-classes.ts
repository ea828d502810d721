/** How a link inside of words looks. */
export const linkClasses = 'text-pine underline underline-offset-2 hover:text-pine-deep';
