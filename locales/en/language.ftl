# The language and the country whose way of writing dates, numbers and lists is followed.
conventions = en-GB

# In place of a message that can't be shown.
unsayable = This message can't be shown right now.
