"""What printed numbers can be: each check answers whether any data could have given them."""
